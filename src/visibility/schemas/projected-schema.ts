import { filterSchema, MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Audience } from '../audience.js';
import { implementsFor } from '../declare/nodes.js';
import { coordinate, type Policy } from '../policy.js';

/** Returns the schema that an audience can introspect, without everything that it may not see. */
export function projectedSchema(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
): GraphQLSchema {
  const sees = (type: string, field: string, argument?: string) =>
    policy.allowsAt(coordinate({ type, field, argument }), audience);
  const filtered = filterSchema({
    schema,
    rootFieldFilter: (operation, field) => sees(operation, field),
    objectFieldFilter: (type, field) => sees(type, field),
    interfaceFieldFilter: (type, field) => sees(type, field),
    inputObjectFieldFilter: (type, field) => sees(type, field),
    argumentFilter: (type, field, argument) => sees(type ?? '', field ?? '', argument),
  });
  const withoutValues = mapSchema(filtered, {
    [MapperKind.ENUM_VALUE]: (config, type, _schema, value) => (sees(type, value) ? config : null),
  });
  return pruneSchema(withoutNodes(withoutValues, audience));
}

/** Takes the interface `Node` off the types that this audience does not read by ID. */
function withoutNodes(schema: GraphQLSchema, audience: Audience): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      const { interfaces, ...config } = type.toConfig();
      const kept = interfaces.filter(({ name }) => implementsFor(audience, type, name));
      return new GraphQLObjectType({ ...config, interfaces: kept });
    },
  });
}
