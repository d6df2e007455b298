import {
  type GraphQLFieldConfig,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLUnionType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

type FieldConfig = GraphQLFieldConfig<unknown, unknown>;
export type ChangeField = (type: string, field: string, config: FieldConfig) => FieldConfig;

/**
 * Returns a copy of the schema with changed fields of object types. Inputs, enums and scalars are shared with the
 * original: copying them for each audience would slow the start.
 */
export function copyOfSchema(schema: GraphQLSchema, change: ChangeField): GraphQLSchema {
  const copies = new Map<string, GraphQLNamedType>();
  const rebuild = <T extends GraphQLNamedType>(type: T): T => (copies.get(type.name) as T) ?? type;
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    const copy = copyOfType(type, rebuild, change);
    if (copy) copies.set(type.name, copy);
  }
  const { query, mutation, subscription, types, ...rest } = schema.toConfig();
  return new GraphQLSchema({
    ...rest,
    query: query && rebuild(query),
    mutation: mutation && rebuild(mutation),
    subscription: subscription && rebuild(subscription),
    types: types.map(rebuild),
  });
}

type Rebuild = <T extends GraphQLNamedType>(type: T) => T;

function copyOfType(type: GraphQLNamedType, rebuild: Rebuild, change: ChangeField) {
  if (isObjectType(type)) {
    const { fields, interfaces, ...rest } = type.toConfig();
    return new GraphQLObjectType({
      ...rest,
      interfaces: () => interfaces.map(rebuild),
      fields: () => mapped(fields, rebuild, (name, config) => change(type.name, name, config)),
    });
  }
  if (isInterfaceType(type)) {
    const { fields, interfaces, ...rest } = type.toConfig();
    return new GraphQLInterfaceType({
      ...rest,
      interfaces: () => interfaces.map(rebuild),
      fields: () => mapped(fields, rebuild, (_name, config) => config),
    });
  }
  if (isUnionType(type)) {
    const { types, ...rest } = type.toConfig();
    return new GraphQLUnionType({ ...rest, types: () => types.map(rebuild) });
  }
  return undefined;
}

function mapped(
  fields: Record<string, FieldConfig>,
  rebuild: Rebuild,
  change: (name: string, config: FieldConfig) => FieldConfig,
): Record<string, FieldConfig> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, config]) => [
      name,
      { ...change(name, config), type: rebuiltType(config.type, rebuild) },
    ]),
  );
}

function rebuiltType(type: GraphQLOutputType, rebuild: Rebuild): GraphQLOutputType {
  if (isNonNullType(type)) return new GraphQLNonNull(rebuiltType(type.ofType, rebuild) as never);
  if (isListType(type)) return new GraphQLList(rebuiltType(type.ofType, rebuild));
  return rebuild(type);
}
