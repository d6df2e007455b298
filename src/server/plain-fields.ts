import {
  type GraphQLFieldResolver,
  GraphQLInt,
  type GraphQLSchema,
  getNullableType,
  isObjectType,
} from 'graphql';
import { MAX_INT } from '../visibility/bounds.js';
import type { Declaration } from '../visibility/declare.js';
import { Refusal } from '../visibility/refusals.js';

/**
 * Takes away the resolvers that type-graphql gives to fields which are what their row says, and gives
 * relations their own without its wrapping. graphql-js reads a field without one by itself, and a compiled
 * query reads it without a call.
 */
export function plainFields(schema: GraphQLSchema): GraphQLSchema {
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
        field.resolve = answeredAsInt(field.resolve);
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** What was worked out may be larger than an Int: then this field alone is null, with an error that says so. */
function answeredAsInt(resolve: Resolve): Resolve {
  return (...asked) => {
    const value = resolve(...asked);
    return value instanceof Promise ? value.then(asInt) : asInt(value);
  };
}

/** PostgreSQL writes wide numbers as texts. */
function asInt(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const number = Number(value);
  if (Number.isInteger(number) && Math.abs(number) <= MAX_INT) return number;
  throw new Refusal('NUMBER_TOO_LARGE');
}
