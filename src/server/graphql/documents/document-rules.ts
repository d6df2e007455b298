import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { CANNOT_BE_STORED } from '../stored-text.js';

const MAX_DEFINITIONS = 100;
/** Each operation is validated together with its fragments. */
const MAX_OPERATIONS = 20;
/** Maximum selections of one field in one selection set; graphql-js compares each with each other. */
const MAX_REPEATS = 30;
const INTROSPECTION = new Set(['__schema', '__type']);

/** Refuses documents with too many definitions, on which the rules of graphql-js would take long. */
export const fewDefinitions: ValidationRule = (context) => ({
  Document({ definitions }) {
    const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const excess = definitions[MAX_DEFINITIONS] ?? operations[MAX_OPERATIONS];
    if (excess)
      context.reportError(
        new GraphQLError(
          `The document has too many operations or fragments: at most ${MAX_OPERATIONS} and ${MAX_DEFINITIONS} in all.`,
          { nodes: excess },
        ),
      );
  },
});

/**
 * Refuses a document that selects one field too often in one selection set, with fragments expanded. Must run after
 * NoFragmentCyclesRule.
 */
export const fewRepeats: ValidationRule = (context) => ({
  Document(document) {
    const excess = repeatedTooOften(document, context);
    if (excess)
      context.reportError(
        new GraphQLError(
          `The document selects the same field too often in one place: at most ${MAX_REPEATS} times.`,
          { nodes: excess },
        ),
      );
  },
});

function repeatedTooOften(
  { definitions }: DocumentNode,
  context: ValidationContext,
): FieldNode | null {
  for (const definition of definitions) {
    if (!('selectionSet' in definition)) continue;
    const excess = excessIn([definition.selectionSet], context);
    if (excess) return excess;
  }
  return null;
}

function excessIn(sets: SelectionSetNode[], context: ValidationContext): FieldNode | null {
  const byKey = new Map<string, FieldNode[]>();
  for (const set of sets)
    for (const field of fieldsOf(set, context)) {
      const key = (field.alias ?? field.name).value;
      const same = byKey.get(key) ?? [];
      if (same.push(field) > MAX_REPEATS) return field;
      byKey.set(key, same);
    }
  for (const same of byKey.values()) {
    const below = same.flatMap(({ selectionSet }) => selectionSet ?? []);
    const excess = below.length > 0 ? excessIn(below, context) : null;
    if (excess) return excess;
  }
  return null;
}

/** Yields the fields of a selection set including those in fragments; each fragment once. */
function* fieldsOf(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  seen = new Set<string>(),
): Generator<FieldNode> {
  for (const each of selections) {
    if (each.kind === Kind.FIELD) yield each;
    else if (each.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(each.selectionSet, context, seen);
    else if (!seen.has(each.name.value)) {
      seen.add(each.name.value);
      const fragment = context.getFragment(each.name.value);
      if (fragment) yield* fieldsOf(fragment.selectionSet, context, seen);
    }
  }
}

/**
 * Refuses a document that mixes introspection with other fields: introspection runs on another schema.
 * `__typename` does not count as introspection.
 */
export const introspectsAlone: ValidationRule = (context) => {
  let introspection: FieldNode | undefined;
  let other: FieldNode | undefined;
  return {
    Field(node) {
      if (INTROSPECTION.has(node.name.value)) introspection ??= node;
    },
    OperationDefinition({ operation, selectionSet }) {
      for (const field of fieldsOf(selectionSet, context)) {
        const name = field.name.value;
        const isOther =
          operation !== 'query' || (!INTROSPECTION.has(name) && name !== '__typename');
        if (isOther) other ??= field;
      }
    },
    Document: {
      leave() {
        if (introspection && other)
          context.reportError(
            new GraphQLError(
              'Ask for __schema or __type in a document that has nothing else in it.',
              {
                nodes: introspection,
              },
            ),
          );
      },
    },
  };
};

/** Returns whether a valid document is an introspection. */
export function introspects({ definitions }: DocumentNode): boolean {
  return definitions.some((each) => 'selectionSet' in each && hasIntrospection(each.selectionSet));
}

/** `__schema` and `__type` are root fields, possibly inside fragments. */
function hasIntrospection({ selections }: SelectionSetNode): boolean {
  return selections.some((each) => {
    if (each.kind === Kind.FIELD) return INTROSPECTION.has(each.name.value);
    return each.kind === Kind.INLINE_FRAGMENT && hasIntrospection(each.selectionSet);
  });
}

/** Refuses string values with a NUL character, which PostgreSQL cannot store or compare. */
export const storableText: ValidationRule = (context) => ({
  StringValue(node) {
    if (node.value.includes('\0'))
      context.reportError(
        new GraphQLError(CANNOT_BE_STORED, {
          nodes: node,
          // The value is wrong and not the document, as in a variable.
          extensions: { code: 'VALIDATION_FAILED' },
        }),
      );
  },
});
