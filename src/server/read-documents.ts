import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  NoUnusedFragmentsRule,
  parse,
  specifiedRules,
  UniqueFragmentNamesRule,
  type ValidationRule,
  validate,
} from 'graphql';
import type { Documents } from './document-memory.js';
import { fewDefinitions, fewRepeats, introspectsAlone, storableText } from './document-rules.js';
import { withinLimits } from './query-limits.js';
import { nestingExcess, type TextBounds, textExcess } from './text-bounds.js';

/** Faults that a caller is told of at once. graphql-js looks for 100 by default, which takes long. */
const MAX_FAULTS = 3;

/**
 * Each list of rules runs only on documents that the lists before it have passed: the first bound what the
 * second looks at, and both together what the rules of graphql-js compare.
 */
const RULES: readonly (readonly ValidationRule[])[] = [
  [
    fewDefinitions,
    UniqueFragmentNamesRule,
    KnownFragmentNamesRule,
    NoFragmentCyclesRule,
    NoUnusedFragmentsRule,
    introspectsAlone,
    withinLimits,
  ],
  [fewRepeats, storableText],
  specifiedRules,
];

/** Validation stops after a few faults and suggests no names. */
export const VALIDATION = { maxErrors: MAX_FAULTS, hideSuggestions: true } as const;

export type ReadDocument =
  | { document: DocumentNode; errors?: undefined }
  | { document?: undefined; errors: readonly GraphQLError[] };

/**
 * Reads the documents of one audience: bounds their text, parses and validates it, the same for all
 * transports. Valid documents are kept, so that the same text gives the same document.
 */
export class DocumentReader {
  constructor(
    private readonly schema: GraphQLSchema,
    readonly bounds: TextBounds,
    private readonly documents: Documents,
  ) {}

  read(text: string, operationName?: string | null): ReadDocument {
    const excess = textExcess(this.bounds, text, operationName);
    if (excess) return { errors: [excess] };
    const kept = this.documents.get(text);
    if (kept) return { document: kept };
    const tooDeep = nestingExcess(this.bounds, text);
    if (tooDeep) return { errors: [tooDeep] };
    try {
      const document = parse(text, { maxTokens: this.bounds.maxTokens });
      const errors = this.#faultsOf(document);
      if (errors.length > 0) return { errors };
      this.documents.set(text, document);
      return { document };
    } catch (error) {
      // Of a subscription whose `@skip` has a variable without a value, graphql-js throws its error.
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  #faultsOf(document: DocumentNode): readonly GraphQLError[] {
    for (const rules of RULES) {
      const errors = validate(this.schema, document, rules, VALIDATION);
      // One more says only that there are more.
      if (errors.length > 0) return errors.slice(0, MAX_FAULTS);
    }
    return [];
  }
}
