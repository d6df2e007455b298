import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { databaseFailureOf } from '../database/failures.js';
import type { Audience } from '../visibility/audience.js';
import { invalid, Refusal } from '../visibility/refusals.js';
import { placeInDocument } from './place-in-document.js';
import { CANNOT_BE_STORED } from './stored-text.js';
import { withoutValues } from './without-values.js';

/** The request that met an error: its id goes into the answer and into the log. A Fastify request is one. */
export interface FailedRequest {
  id: string;
  log: Pick<FastifyBaseLogger, 'error'>;
}

const MAX_LOCATIONS = 5;

/**
 * What a caller is told of an error, on every way out of the server: a code, a constant sentence, and
 * nothing of our insides. An error of ours is logged here, and only here, with the id that the answer has.
 */
export function toClientError(
  audience: Audience,
  error: unknown,
  request: FailedRequest,
): GraphQLFormattedError {
  const refusal = refusalOf(error, audience);
  const { message, extensions } = isServerFault(refusal)
    ? serverFault(error, refusal, request)
    : refusal;
  const { path, locations } = error instanceof GraphQLError ? error : {};
  return {
    message,
    ...(locations && { locations: locations.slice(0, MAX_LOCATIONS) }),
    ...(path && { path }),
    extensions,
  };
}

/** The refusal that an error amounts to; null when it is a fault of ours. */
export function refusalOf(error: unknown, audience: Audience = 'VISITOR'): Refusal | null {
  const chain = chainOf(error);
  const refusal = chain.find((each) => each instanceof Refusal);
  if (refusal) return refusal;
  return fromDatabase(chain.at(-1)) ?? fromGraphql(chain, audience);
}

/** The error with those that graphql-js and Apollo have wrapped in it, the innermost last. */
function chainOf(error: unknown): unknown[] {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  return inner ? [error, ...chainOf(inner)] : [error];
}

/** A change whose payload could not be read is a refusal that says so, and a fault all the same. */
function isServerFault(refusal: Refusal | null): refusal is null {
  return refusal === null || refusal.extensions.code === 'INTERNAL_ERROR';
}

function serverFault(
  error: unknown,
  refusal: Refusal | null,
  { id: requestId, log }: FailedRequest,
) {
  const err = refusal?.cause ?? chainOf(error).at(-1);
  log.error({ requestId, err }, 'a request failed on our side');
  const { message, extensions } = refusal ?? new Refusal('INTERNAL_ERROR');
  return { message, extensions: { ...extensions, requestId } };
}

/** The one place where errors of PostgreSQL are classified, by their SQLSTATE. */
function fromDatabase(cause: unknown): Refusal | null {
  const failure = databaseFailureOf(cause);
  if (failure) return new Refusal(failure);
  const refusal = BY_SQL_STATE[String((cause as { code?: unknown } | null)?.code)];
  return refusal ? refusal() : null;
}

const unstorableText = () => invalid('input', CANNOT_BE_STORED);
const unusableDate = () =>
  invalid('input', 'A date or time in the request cannot be stored; check its year.');

const BY_SQL_STATE: Record<string, (() => Refusal) | undefined> = {
  // A NUL byte and its like.
  '22021': unstorableText,
  '22P05': unstorableText,
  '22007': unusableDate,
  '22008': unusableDate,
};

const CALLERS_FAULT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What graphql-js or Apollo refuse of a request. */
function fromGraphql(chain: unknown[], audience: Audience): Refusal | null {
  const error = chain.find((each) => each instanceof GraphQLError && isCallersFault(each));
  if (!error) return null;
  // A client has no schema to be helped with: its own page knows what to ask.
  if (audience === 'CLIENT') return new Refusal('VALIDATION_FAILED');
  return invalidDocument(error as GraphQLError);
}

/** A code of Apollo's, or an error of graphql-js about the document, its arguments or its variables. */
function isCallersFault(error: GraphQLError): boolean {
  if (CALLERS_FAULT.has(String(error.extensions.code))) return true;
  const { path, originalError, nodes, positions } = error;
  if (path || !(nodes?.length || positions?.length)) return false;
  // What a scalar throws at a value of a variable is wrapped.
  return !originalError || nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}

const MAX_MESSAGE_LENGTH = 500;

/** What graphql-js has to say, without the value that it was sent and the names that it would suggest. */
function invalidDocument(error: GraphQLError): Refusal {
  const variable = error.message.match(
    /^Variable "\$([^"]+)"(?: got invalid value .* at "([^"]+)";)?/s,
  );
  const field = variable
    ? (variable[2] ?? variable[1] ?? null)
    : (error.extensions.field ?? placeInDocument(error));
  const message = withoutValues(error.message).replace(/ Did you mean .*$/s, '');
  return new Refusal('VALIDATION_FAILED', shortened(message), { field });
}

function shortened(message: string): string {
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
}
