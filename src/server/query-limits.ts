import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { introspectsTooMuch } from './introspection-cost.js';

/** What one operation may ask for at most; the product's own largest uses a small part of each. */
export const LIMITS = {
  tokens: 4_000,
  depth: 15,
  aliases: 50,
  rootFields: 20,
  fields: 2_000,
  cost: 1_000_000,
} as const;

/** How many a list has, where nobody says how many to give. */
const USUAL_LENGTH = 5;
const LONGEST_PAGE = 100;

/** What a selection amounts to, with its fragments written out. */
interface Weight {
  depth: number;
  aliases: number;
  fields: number;
  cost: number;
}

const NOTHING: Weight = { depth: 0, aliases: 0, fields: 0, cost: 0 };

/**
 * Refuses an operation that asks for too much, before anything of it is run. A field costs one for each
 * time that it may be answered: what stands in a page of 50 costs 50. Each fragment is weighed once, so
 * fragments in fragments make no work here either.
 */
export const withinLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const fragmentOf = (name: string) => context.getFragment(name);
    const weight = new Scales(context.getSchema(), fragmentOf).weigh(operation);
    const excess =
      excessOf(operation, weight) ??
      (introspectsTooMuch(context.getSchema(), operation, fragmentOf) ? TOO_MUCH_SCHEMA : null);
    if (excess) context.reportError(new GraphQLError(excess, { nodes: operation }));
  },
});

/** How many fields an operation selects, with its fragments written out. */
export function fieldsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string,
): number {
  const operation = getOperationAST(document, operationName || undefined);
  if (!operation) return 0;
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return new Scales(schema, (name) => fragments.get(name)).weigh(operation).fields;
}

function excessOf({ selectionSet }: OperationDefinitionNode, weight: Weight): string | null {
  if (selectionSet.selections.length > LIMITS.rootFields)
    return `Ask for at most ${LIMITS.rootFields} things at once; this asks for ${selectionSet.selections.length}.`;
  for (const name of ['depth', 'aliases', 'fields', 'cost'] as const)
    if (weight[name] > LIMITS[name]) return SENTENCES[name];
  return null;
}

const SENTENCES: Record<keyof Weight, string> = {
  depth: `The operation is too deep: at most ${LIMITS.depth} levels.`,
  aliases: `The operation has too many aliases: at most ${LIMITS.aliases}.`,
  fields: `The operation has too many fields: at most ${LIMITS.fields}.`,
  cost: 'The operation asks for too much at once; ask for smaller pages or fewer lists in lists.',
};

const TOO_MUCH_SCHEMA =
  'The operation asks for too much of the schema at once; the usual introspection query has room.';

class Scales {
  readonly #fragments = new Map<string, Weight>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
  ) {}

  weigh({ operation, selectionSet }: OperationDefinitionNode): Weight {
    return this.#selection(selectionSet, this.schema.getRootType(operation));
  }

  #selection({ selections }: SelectionSetNode, type?: GraphQLCompositeType | null): Weight {
    return selections.reduce<Weight>((sum, each) => {
      if (each.kind === Kind.FIELD) return plus(sum, this.#field(each, type));
      if (each.kind === Kind.INLINE_FRAGMENT) {
        const inner = each.typeCondition ? this.#named(each.typeCondition.name.value) : type;
        return plus(sum, this.#selection(each.selectionSet, inner));
      }
      const fragment = this.fragmentOf(each.name.value);
      return fragment ? plus(sum, this.#fragment(fragment)) : sum;
    }, NOTHING);
  }

  /** A fragment inside itself weighs nothing here; another rule refuses it. */
  #fragment({ name, typeCondition, selectionSet }: FragmentDefinitionNode): Weight {
    const known = this.#fragments.get(name.value);
    if (known) return known;
    this.#fragments.set(name.value, NOTHING);
    const weight = this.#selection(selectionSet, this.#named(typeCondition.name.value));
    this.#fragments.set(name.value, weight);
    return weight;
  }

  #field(node: FieldNode, parent?: GraphQLCompositeType | null): Weight {
    const has = isObjectType(parent) || isInterfaceType(parent);
    const field = has ? parent.getFields()[node.name.value] : undefined;
    const inner = field && getNamedType(field.type);
    const below = node.selectionSet
      ? this.#selection(node.selectionSet, isCompositeType(inner) ? inner : null)
      : NOTHING;
    return {
      depth: below.depth + 1,
      aliases: below.aliases + (node.alias ? 1 : 0),
      fields: below.fields + 1,
      cost: 1 + below.cost * timesOf(node, field),
    };
  }

  #named(name: string): GraphQLCompositeType | null {
    const type = this.schema.getType(name);
    return isCompositeType(type) ? type : null;
  }
}

function plus(a: Weight, b: Weight): Weight {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    cost: a.cost + b.cost,
  };
}

/** How often what stands below is answered: for a page as often as it is long, at its longest if a variable says. */
function timesOf(node: FieldNode, field?: GraphQLField<unknown, unknown>): number {
  const size = field?.args.find(({ name }) => name === 'first');
  if (size) {
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (value?.kind === Kind.INT) return Math.min(Math.max(Number(value.value), 1), LONGEST_PAGE);
    return value || typeof size.defaultValue !== 'number' ? LONGEST_PAGE : size.defaultValue;
  }
  const isPaged = node.name.value === 'nodes' || node.name.value === 'edges';
  const isList = field && isListType(getNullableType(field.type));
  return isList && !isPaged ? USUAL_LENGTH : 1;
}
