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
 * The same schema with fields of objects changed. Only types that lead to such fields are made anew: what
 * stays as it is (inputs, enums, scalars) is shared, since a copy for each audience would make the start longer.
 */
export function copyOfSchema(schema: GraphQLSchema, change: ChangeField): GraphQLSchema {
  const copies = new Map<string, GraphQLNamedType>();
  const anew = <T extends GraphQLNamedType>(type: T): T => (copies.get(type.name) as T) ?? type;
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    const copy = copyOfType(type, anew, change);
    if (copy) copies.set(type.name, copy);
  }
  const { query, mutation, subscription, types, ...rest } = schema.toConfig();
  return new GraphQLSchema({
    ...rest,
    query: query && anew(query),
    mutation: mutation && anew(mutation),
    subscription: subscription && anew(subscription),
    types: types.map(anew),
  });
}

type Anew = <T extends GraphQLNamedType>(type: T) => T;

function copyOfType(type: GraphQLNamedType, anew: Anew, change: ChangeField) {
  if (isObjectType(type)) {
    const { fields, interfaces, ...rest } = type.toConfig();
    return new GraphQLObjectType({
      ...rest,
      interfaces: () => interfaces.map(anew),
      fields: () => mapped(fields, anew, (name, config) => change(type.name, name, config)),
    });
  }
  if (isInterfaceType(type)) {
    const { fields, interfaces, ...rest } = type.toConfig();
    return new GraphQLInterfaceType({
      ...rest,
      interfaces: () => interfaces.map(anew),
      fields: () => mapped(fields, anew, (_name, config) => config),
    });
  }
  if (isUnionType(type)) {
    const { types, ...rest } = type.toConfig();
    return new GraphQLUnionType({ ...rest, types: () => types.map(anew) });
  }
  return undefined;
}

function mapped(
  fields: Record<string, FieldConfig>,
  anew: Anew,
  change: (name: string, config: FieldConfig) => FieldConfig,
): Record<string, FieldConfig> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, config]) => [
      name,
      { ...change(name, config), type: typeAnew(config.type, anew) },
    ]),
  );
}

function typeAnew(type: GraphQLOutputType, anew: Anew): GraphQLOutputType {
  if (isNonNullType(type)) return new GraphQLNonNull(typeAnew(type.ofType, anew) as never);
  if (isListType(type)) return new GraphQLList(typeAnew(type.ofType, anew));
  return anew(type);
}
