import {
  type GraphQLFieldResolver,
  GraphQLInt,
  type GraphQLSchema,
  getNullableType,
  isObjectType,
} from 'graphql';
import { MAX_INT } from '../../visibility/bounds.js';
import type { Declaration } from '../../visibility/declare/declaration.js';
import { Refusal } from '../../visibility/refusals.js';

/**
 * Removes type-graphql's resolvers from fields that return a property of their row, and unwraps those of relations.
 * graphql-js then uses its default resolver, and a compiled query reads the property without a call. Changes the schema
 * in place.
 */
export function withDefaultResolvers(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const declaration = field.extensions.visibility as Declaration | undefined;
      const { resolve } = field.extensions as {
        resolve?: (root: unknown, context: unknown) => unknown;
      };
      if (declaration && !declaration.resolved) field.resolve = undefined;
      if (resolve)
        field.resolve = ((root, _args, context) => resolve(root, context)) as GraphQLFieldResolver<
          unknown,
          unknown
        >;
      if (field.resolve && getNullableType(field.type) === GraphQLInt)
        field.resolve = withIntResult(field.resolve);
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** A computed number may exceed Int: then only this field is null, with an error. */
function withIntResult(resolve: Resolve): Resolve {
  return (...args) => {
    const value = resolve(...args);
    return value instanceof Promise ? value.then(asInt) : asInt(value);
  };
}

/** PostgreSQL returns bigint and numeric as text. */
function asInt(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const number = Number(value);
  if (Number.isInteger(number) && Math.abs(number) <= MAX_INT) return number;
  throw new Refusal('NUMBER_TOO_LARGE');
}
