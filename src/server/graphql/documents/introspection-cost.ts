import {
  __Schema,
  __Type,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

type FragmentOf = (name: string) => FragmentDefinitionNode | null | undefined;

/** Maximum cost of an introspection, as a multiple of the standard introspection query. */
const MAX_MULTIPLE = 2;

/**
 * Returns whether an introspection selects more than twice as many values as the standard query of GraphiQL and code
 * generators with all options. Values are counted on the schema itself, since types refer to each other.
 */
export function introspectsTooMuch(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragmentOf: FragmentOf,
): boolean {
  if (!introspects(operation.selectionSet, fragmentOf)) return false;
  const { values, visits } = standardCost(schema);
  const count = new Count(schema, fragmentOf, visits * MAX_MULTIPLE);
  return count.ofRoot(operation.selectionSet) > values * MAX_MULTIPLE;
}

function introspects(
  { selections }: SelectionSetNode,
  fragmentOf: FragmentOf,
  path: string[] = [],
): boolean {
  return selections.some((each) => {
    if (each.kind === Kind.FIELD) return each.name.value in ROOTS;
    if (each.kind === Kind.INLINE_FRAGMENT) return introspects(each.selectionSet, fragmentOf, path);
    const { value: name } = each.name;
    const inner = path.includes(name) ? null : fragmentOf(name);
    return inner ? introspects(inner.selectionSet, fragmentOf, [...path, name]) : false;
  });
}

interface Cost {
  values: number;
  visits: number;
}

const known = new WeakMap<GraphQLSchema, Cost>();

function standardCost(schema: GraphQLSchema): Cost {
  const cost = known.get(schema) ?? computeStandardCost(schema);
  known.set(schema, cost);
  return cost;
}

function computeStandardCost(schema: GraphQLSchema): Cost {
  const { definitions } = parse(
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  );
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const count = new Count(schema, (name) => fragments.get(name), Number.POSITIVE_INFINITY);
  const values = count.ofRoot((operation as OperationDefinitionNode).selectionSet);
  return { values, visits: count.visits };
}

const ROOTS = { __schema: __Schema, __type: __Type };

/** Counts the values in the result of an introspection. Results are cached by selection set and source. */
class Count {
  readonly #known = new Map<SelectionSetNode, Map<unknown, number>>();
  visits = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragmentOf: FragmentOf,
    private readonly maxVisits: number,
  ) {}

  ofRoot({ selections }: SelectionSetNode): number {
    let sum = 0;
    for (const each of selections) {
      if (each.kind === Kind.FIELD) sum += this.#root(each);
      else if (each.kind === Kind.INLINE_FRAGMENT) sum += this.ofRoot(each.selectionSet);
      else sum += this.#spread(each.name.value, (set) => this.ofRoot(set));
    }
    return sum;
  }

  #root({ name, selectionSet }: FieldNode): number {
    if (!selectionSet) return 1;
    if (name.value === '__schema') return this.#of(selectionSet, __Schema, this.schema);
    if (name.value !== '__type') return 1;
    // The name may be a variable: assume the most expensive type.
    const types = Object.values(this.schema.getTypeMap());
    return Math.max(...types.map((type) => this.#of(selectionSet, __Type, type)));
  }

  #of(set: SelectionSetNode, type: GraphQLObjectType, source: unknown): number {
    const bySource = this.#known.get(set) ?? new Map<unknown, number>();
    this.#known.set(set, bySource);
    const known = bySource.get(source);
    if (known !== undefined) return known;
    this.visits += 1;
    if (this.visits > this.maxVisits) return Number.POSITIVE_INFINITY;
    // Ends the recursion of a fragment cycle, which another rule refuses.
    bySource.set(source, 0);
    const sum = this.#sum(set, type, source);
    bySource.set(source, sum);
    return sum;
  }

  #sum({ selections }: SelectionSetNode, type: GraphQLObjectType, source: unknown): number {
    let sum = 1;
    for (const each of selections) {
      if (each.kind === Kind.FIELD) sum += this.#field(each, type, source);
      else if (each.kind === Kind.INLINE_FRAGMENT) sum += this.#of(each.selectionSet, type, source);
      else sum += this.#spread(each.name.value, (set) => this.#of(set, type, source));
    }
    return sum;
  }

  #field({ name, selectionSet }: FieldNode, type: GraphQLObjectType, source: unknown): number {
    const field = type.getFields()[name.value];
    const inner = field && getNamedType(field.type);
    if (!field || !selectionSet || !isObjectType(inner)) return 1;
    const info = { schema: this.schema } as GraphQLResolveInfo;
    const value = field.resolve?.(source, { includeDeprecated: true }, undefined, info);
    if (value === null || value === undefined) return 1;
    if (!Array.isArray(value)) return this.#of(selectionSet, inner, value);
    return value.reduce((sum: number, each) => sum + this.#of(selectionSet, inner, each), 1);
  }

  #spread(name: string, count: (set: SelectionSetNode) => number): number {
    const fragment = this.fragmentOf(name);
    return fragment ? count(fragment.selectionSet) : 0;
  }
}
