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
import { introspectsTooMuch } from './documents/introspection-cost.js';

/** Limits of one operation; the largest operation of our pages uses a small part of each. */
export const LIMITS = {
  tokens: 4_000,
  depth: 15,
  aliases: 50,
  rootFields: 20,
  fields: 2_000,
  cost: 1_000_000,
} as const;

/** Assumed length of a list without a `first` argument. */
const ASSUMED_LENGTH = 5;
const MAX_PAGE_LENGTH = 100;

/** Measures of a selection, with fragments expanded. */
interface Weight {
  depth: number;
  aliases: number;
  fields: number;
  cost: number;
}

const ZERO: Weight = { depth: 0, aliases: 0, fields: 0, cost: 0 };

/**
 * Validation rule: refuses an operation past the limits before execution. A field costs one for each time that it may
 * be resolved: inside a page of 50 it costs 50. Each fragment is measured once, so nested fragments are cheap here.
 */
export const withinLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const fragmentOf = (name: string) => context.getFragment(name);
    const weight = new WeightCounter(context.getSchema(), fragmentOf).weigh(operation);
    const excess =
      excessOf(operation, weight) ??
      (introspectsTooMuch(context.getSchema(), operation, fragmentOf) ? TOO_MUCH_SCHEMA : null);
    if (excess) context.reportError(new GraphQLError(excess, { nodes: operation }));
  },
});

/** Returns the number of fields that an operation selects, with fragments expanded. */
export function fieldsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string,
): number {
  const operation = getOperationAST(document, operationName || undefined);
  if (!operation) return 0;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition] as const]
        : [],
    ),
  );
  return new WeightCounter(schema, (name) => fragments.get(name)).weigh(operation).fields;
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

class WeightCounter {
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
    }, ZERO);
  }

  /** A fragment cycle counts as zero; another rule refuses it. */
  #fragment({ name, typeCondition, selectionSet }: FragmentDefinitionNode): Weight {
    const known = this.#fragments.get(name.value);
    if (known) return known;
    this.#fragments.set(name.value, ZERO);
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
      : ZERO;
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

function argumentOf(node: FieldNode, wanted: string) {
  const value = node.arguments?.find(({ name }) => name.value === wanted)?.value;
  return value?.kind === Kind.NULL ? undefined : value;
}

/** Returns how often the fields below are resolved: the page length, or the maximum if it is a variable. */
function timesOf(node: FieldNode, field?: GraphQLField<unknown, unknown>): number {
  const size = field?.args.find(({ name }) => name === 'first');
  if (size) {
    // `last` takes the place of `first`, which has its default beside it.
    const value = argumentOf(node, 'last') ?? argumentOf(node, 'first');
    if (value?.kind === Kind.INT)
      return Math.min(Math.max(Number(value.value), 1), MAX_PAGE_LENGTH);
    return value || typeof size.defaultValue !== 'number' ? MAX_PAGE_LENGTH : size.defaultValue;
  }
  const isPaged = node.name.value === 'nodes' || node.name.value === 'edges';
  const isList = field && isListType(getNullableType(field.type));
  return isList && !isPaged ? ASSUMED_LENGTH : 1;
}
