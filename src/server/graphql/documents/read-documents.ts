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
import type { Code } from '../../../visibility/refusals.js';
import { Refusal } from '../../../visibility/refusals.js';
import { withinLimits } from '../query-limits.js';
import type { Documents } from './document-memory.js';
import { documentRefusal } from './document-refusal.js';
import { fewDefinitions, fewRepeats, introspectsAlone, storableText } from './document-rules.js';
import { nestingExcess, type TextBounds, textExcess } from './text-bounds.js';

/** Maximum number of validation errors per document. The default of graphql-js is 100, which takes long. */
const MAX_ERRORS = 3;

/**
 * Lists of rules; each runs only when the lists before it found no error. They limit the work of graphql-js' own rules,
 * which compare fields pairwise, and their messages name nothing of the schema.
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
];

/** Validation stops after a few errors and suggests no names. */
export const VALIDATION = { maxErrors: MAX_ERRORS, hideSuggestions: true } as const;

export type ReadDocument =
  | { document: DocumentNode; errors?: undefined }
  | { document?: undefined; errors: readonly [Refusal, ...Refusal[]] };

/**
 * Parses and validates the documents of one audience, for all transports, after checking the bounds of their text.
 * Valid documents are cached: the same text returns the same document.
 */
export class DocumentReader {
  constructor(
    private readonly schema: GraphQLSchema,
    readonly bounds: TextBounds,
    private readonly documents: Documents,
    /**
     * Schema whose words explain an invalid document, if not the same: for clients the one that they can introspect, so
     * that no message names a hidden type.
     */
    private readonly explainBy: () => GraphQLSchema = () => schema,
  ) {}

  read(text: string, operationName?: string | null): ReadDocument {
    const excess = textExcess(this.bounds, text, operationName);
    if (excess) return { errors: [excess] };
    const cached = this.documents.get(text);
    if (cached) return { document: cached };
    const tooDeep = nestingExcess(this.bounds, text);
    if (tooDeep) return { errors: [tooDeep] };
    const read = this.#parse(text);
    if (!read.document) return read;
    const [first, ...others] = this.#errorsOf(read.document);
    if (first) return { errors: [first, ...others] };
    this.documents.set(text, read.document);
    return read;
  }

  #parse(text: string): ReadDocument {
    try {
      return { document: parse(text, { maxTokens: this.bounds.maxTokens }) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { errors: [documentRefusal(error, 'GRAPHQL_PARSE_FAILED')] };
    }
  }

  #errorsOf(document: DocumentNode): Refusal[] {
    for (const rules of RULES) {
      const errors = errorsBy(this.schema, document, rules);
      if (errors.length > 0) return errors.map(refusalOf);
    }
    if (errorsBy(this.schema, document, specifiedRules).length === 0) return [];
    const explained = errorsBy(this.explainBy(), document, specifiedRules);
    return explained.length > 0
      ? explained.map(refusalOf)
      : [new Refusal('GRAPHQL_VALIDATION_FAILED')];
  }
}

function refusalOf(error: GraphQLError): Refusal {
  const { code = 'GRAPHQL_VALIDATION_FAILED' } = error.extensions;
  return documentRefusal(error, code as Code);
}

function errorsBy(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
): readonly GraphQLError[] {
  try {
    // graphql-js adds one error saying that there are more.
    return validate(schema, document, rules, VALIDATION).slice(0, MAX_ERRORS);
  } catch (error) {
    // graphql-js throws for a subscription whose `@skip` has a variable without a value.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
