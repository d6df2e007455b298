import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type FieldNode,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import { carriedAs } from '../database/carried.js';
import { Carried } from './carried-text.js';
import type { ServerContext } from './context.js';

const STAND_IN = '_carried';

/** The schema with a stand-in, on every object, for what of it is carried. */
export function schemaWithCarried(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      const config = type.toConfig();
      const fields = { ...config.fields, [STAND_IN]: { ...carriedField } };
      return new (type.constructor as typeof GraphQLObjectType)({ ...config, fields });
    },
  });
}

const carriedField = {
  type: Carried,
  args: { at: { type: new GraphQLNonNull(GraphQLInt) } },
  resolve: (
    row: Record<string, unknown>,
    { at }: { at: number },
    { operation }: ServerContext,
  ): unknown => {
    if (carriedAs(at) in row) return row[carriedAs(at)];
    operation.isUnbrought = true;
    // graphql-js runs the query then, and looks up what was not brought.
    throw new Error('The row did not bring what was to be carried.');
  },
};

/** Asks for what a row brings in that place, under this key. */
export function standIn(key: string, at: number): FieldNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const value = { kind: Kind.INT, value: String(at) } as const;
  return {
    kind: Kind.FIELD,
    alias: named(key),
    name: named(STAND_IN),
    arguments: [{ kind: Kind.ARGUMENT, name: named('at'), value }],
  };
}
