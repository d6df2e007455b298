import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Declaration } from '../visibility/declare.js';

/**
 * Takes away the resolvers that type-graphql gives to fields which are what their row says. graphql-js
 * reads such a field by itself, and a compiled query reads it without a call.
 */
export function plainFields(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const declaration = field.extensions.visibility as Declaration | undefined;
      if (declaration && !declaration.resolved) field.resolve = undefined;
    }
  }
  return schema;
}
