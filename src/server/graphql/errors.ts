import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { databaseFailureOf } from '../../database/postgres/failures.js';
import type { Audience } from '../../visibility/audience.js';
import { type Code, invalid, Refusal } from '../../visibility/refusals.js';
import { documentRefusal } from './documents/document-refusal.js';
import { CANNOT_BE_STORED } from './stored-text.js';

/** Request whose id goes into the error response and the log; a Fastify request is one. */
export interface FailedRequest {
  id: string;
  log: Pick<FastifyBaseLogger, 'error'>;
}

const MAX_LOCATIONS = 5;

/**
 * Converts any error into the one sent to the caller, on every transport: a code and a constant sentence, nothing
 * internal. Server faults are logged here, and only here, with the request id of the response.
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

/** Returns the refusal for an error; null for a server fault. */
export function refusalOf(error: unknown, audience: Audience = 'VISITOR'): Refusal | null {
  const chain = chainOf(error);
  const refusal = chain.find((each) => each instanceof Refusal);
  if (refusal) return refusal;
  return fromDatabase(chain.at(-1)) ?? fromGraphql(chain, audience);
}

/** Returns the error and those wrapped in it by graphql-js and Apollo, innermost last. */
function chainOf(error: unknown): unknown[] {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  return inner ? [error, ...chainOf(inner)] : [error];
}

/** A committed change whose payload could not be read is a `Refusal` with INTERNAL_ERROR, and also a server fault. */
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

/** Classifies errors of PostgreSQL by SQLSTATE; the only place that does. */
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
  // NUL bytes and invalid encodings.
  '22021': unstorableText,
  '22P05': unstorableText,
  '22007': unusableDate,
  '22008': unusableDate,
};

/** Codes of Apollo for faults of the caller. Those in the first list say nothing of the schema. */
const PROTOCOL_CODES: readonly Code[] = [
  'GRAPHQL_PARSE_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];
const SCHEMA_CODES: readonly Code[] = ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/** Returns a refusal, with the code that clients of Apollo know, for a request that graphql-js or Apollo rejects. */
function fromGraphql(chain: unknown[], audience: Audience): Refusal | null {
  const error = chain.find((each) => each instanceof GraphQLError && callerCode(each));
  if (!(error instanceof GraphQLError)) return null;
  const isAtRuntime = chain.some((each) => each instanceof GraphQLError && each.path);
  const code = isAtRuntime ? 'BAD_USER_INPUT' : (callerCode(error) as Code);
  // The message may name hidden types. What a client may know is said by `documents/`, as a refusal.
  if (audience === 'CLIENT' && SCHEMA_CODES.includes(code)) return new Refusal(code);
  return documentRefusal(error, code);
}

/** What graphql-js says of variables with more faults than it reports. */
const TOO_MANY_FAULTS = 'Too many errors processing variables';

/** The code of Apollo's, or that of an error of graphql-js about the document, its arguments or its variables. */
function callerCode(error: GraphQLError): Code | null {
  const code = [...PROTOCOL_CODES, ...SCHEMA_CODES].find((each) => each === error.extensions.code);
  if (code) return code;
  const { path, originalError, nodes, positions, message } = error;
  if (message.startsWith(TOO_MANY_FAULTS)) return 'BAD_USER_INPUT';
  if (path || !(nodes?.length || positions?.length)) return null;
  if (nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION) return 'BAD_USER_INPUT';
  // An error that a scalar throws for a variable is wrapped.
  return originalError ? null : 'GRAPHQL_VALIDATION_FAILED';
}
