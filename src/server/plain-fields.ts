import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Declaration } from '../visibility/declare.js';

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
    }
  }
  return schema;
}
