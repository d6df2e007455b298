import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { databaseFailureOf } from '../database/failures.js';
import type { Audience } from '../visibility/audience.js';
import { CODES, invalid, Refusal } from '../visibility/refusals.js';
import { placeInDocument } from './place-in-document.js';

/** What a person is told of an error, on every transport: a code, a sentence, and nothing of our insides. */
export function tell(
  audience: Audience,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const refusal = refusalOf(audience, formatted, error);
  const { message, extensions } = refusal ?? internalError(error);
  const requestId = (error as GraphQLError | undefined)?.extensions?.requestId;
  const { path, locations } = formatted;
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { ...extensions, ...(requestId ? { requestId } : {}) },
  };
}

/** Whether the error is ours to mend, and so to log. */
export function isOurFault(error: unknown): boolean {
  const refusal = refusalOf('VISITOR', { message: '', extensions: codeOf(error) }, error);
  return refusal === null || refusal.extensions.code === 'INTERNAL_ERROR';
}

function refusalOf(
  audience: Audience,
  { extensions }: GraphQLFormattedError,
  error: unknown,
): Refusal | null {
  const cause = unwrapResolverError(error);
  if (cause instanceof Refusal) return cause;
  const failure = databaseFailureOf(cause);
  if (failure) return new Refusal(failure);
  if (cause instanceof ArgumentValidationError) return fromInput(cause);
  if (isUnreadableText(cause))
    return invalid('input', 'The text has characters that cannot be stored; take them out.');
  if (!CALLERS_FAULT.has(String(extensions?.code)) && !isAboutTheDocument(error)) return null;
  // A client has no schema to be helped with: its own page knows what to ask.
  if (audience === 'CLIENT') return new Refusal('VALIDATION_FAILED');
  const { message, field } = fromSchema(error as GraphQLError);
  return new Refusal('VALIDATION_FAILED', message, { field });
}

/** graphql-js itself gave up on the document, before anything of ours ran. */
function isAboutTheDocument(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  return !error.path && !error.originalError && (error.nodes?.length ?? 0) > 0;
}

const CALLERS_FAULT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The first thing wrong with an input, with the path to it. */
function fromInput({ extensions }: ArgumentValidationError): Refusal {
  type Fault = {
    property: string;
    constraints?: Record<string, string>;
    children?: Fault[];
  };
  let path = 'input';
  let faults = extensions.validationErrors as Fault[] | undefined;
  for (;;) {
    const fault = faults?.[0];
    if (!fault) return invalid(path, CODES.VALIDATION_FAILED);
    path += `.${fault.property}`;
    const sentence = Object.values(fault.constraints ?? {})[0];
    if (sentence) return invalid(path, sentence);
    faults = fault.children;
  }
}

/** What graphql-js has to say, without the names it would suggest. */
function fromSchema(error: GraphQLError): {
  message: string;
  field: string | null;
} {
  const message = error.message.replace(/ Did you mean .*$/s, '');
  const variable = message.match(/^Variable "\$([^"]+)"(?: got invalid value .* at "([^"]+)";)?/s);
  return {
    message,
    field: variable ? (variable[2] ?? variable[1] ?? null) : placeInDocument(error),
  };
}

/** A NUL byte and its like: PostgreSQL stores no such text. */
function isUnreadableText(cause: unknown): boolean {
  return ['22021', '22P05'].includes((cause as { code?: string }).code ?? '');
}

function internalError(error: unknown): Refusal {
  const requestId = (error as GraphQLError | undefined)?.extensions?.requestId;
  return new Refusal('INTERNAL_ERROR', undefined, requestId ? { requestId } : {});
}

function codeOf(error: unknown) {
  return error instanceof GraphQLError ? { code: error.extensions.code } : {};
}
