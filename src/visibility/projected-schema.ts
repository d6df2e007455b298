import { filterSchema, MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import type { Audience } from './audience.js';
import { coordinate, type Policy } from './policy.js';

/** The schema that an audience can introspect: what it may not see does not exist there. */
export function projectedSchema(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
): GraphQLSchema {
  const sees = (type: string, field: string, argument?: string) =>
    policy.audiencesOf(coordinate({ type, field, argument })).includes(audience);
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
  return pruneSchema(withoutValues);
}
