import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** Which fields of a schema were returned with a value, and which exist. */
export class Coverage {
  readonly #answered = new Set<string>();
  readonly #all: string[];

  constructor(private readonly schema: GraphQLSchema) {
    this.#all = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .filter((type) => !isIntrospectionType(type))
      .flatMap((type) =>
        Object.keys((type as GraphQLObjectType).getFields()).map(
          (field) => `${type.name}.${field}`,
        ),
      );
  }

  get missing(): string[] {
    return this.#all.filter((place) => !this.#answered.has(place));
  }

  /** As readable text. */
  get summary(): string {
    const reached = this.#all.length - this.missing.length;
    return `${reached} of ${this.#all.length} fields of the client's schema answered with a value`;
  }

  /** Counts every field with a value. */
  add(query: string, body: string): void {
    const data = dataOf(body);
    if (!data) return;
    const document = parse(query);
    const fragments = new Map<string, SelectionSetNode>();
    for (const each of document.definitions)
      if (each.kind === 'FragmentDefinition') fragments.set(each.name.value, each.selectionSet);
    for (const each of document.definitions) {
      if (each.kind !== 'OperationDefinition') continue;
      const root = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
      this.#walk(root[each.operation], each.selectionSet, data, fragments);
    }
  }

  #walk(
    typeName: string,
    { selections }: SelectionSetNode,
    value: unknown,
    fragments: Map<string, SelectionSetNode>,
  ): void {
    if (Array.isArray(value)) {
      for (const each of value)
        this.#walk(typeName, { selections } as SelectionSetNode, each, fragments);
      return;
    }
    const type = this.schema.getType(typeName);
    const hasFields = isObjectType(type) || isInterfaceType(type);
    if (!hasFields || value === null || typeof value !== 'object') return;
    for (const each of selections) {
      if (each.kind === 'FragmentSpread') {
        const inner = fragments.get(each.name.value);
        if (inner) this.#walk(typeName, inner, value, fragments);
      } else if (each.kind === 'InlineFragment') {
        const inner = each.typeCondition?.name.value ?? typeName;
        this.#walk(inner, each.selectionSet, value, fragments);
      } else {
        const field = type.getFields()[each.name.value];
        const answer = (value as Record<string, unknown>)[(each.alias ?? each.name).value];
        if (!field || answer === null || answer === undefined) continue;
        this.#answered.add(`${typeName}.${field.name}`);
        if (each.selectionSet)
          this.#walk(getNamedType(field.type).name, each.selectionSet, answer, fragments);
      }
    }
  }
}

function dataOf(body: string): unknown {
  try {
    return JSON.parse(body).data;
  } catch {
    // Non-GraphQL responses have no fields.
    return null;
  }
}
