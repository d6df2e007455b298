import type { FastifyBaseLogger } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Audience } from '../../visibility/audience.js';
import { Refusal } from '../../visibility/refusals.js';
import { toClientError } from '../graphql/errors.js';

/** Codes of responses with their own HTTP status, or that are logged. */
const SERVER_CODES: readonly unknown[] = ['INTERNAL_ERROR', 'BUSY', 'UNAVAILABLE'];

/** Returns a result with its errors as sent to the client; null if one is no refusal, or if variables were refused. */
export function clientErrors(
  result: ExecutionResult,
  audience: Audience,
  log: FastifyBaseLogger,
): ExecutionResult | null {
  const { errors = [], data } = result;
  if (data === undefined || !errors.every(isRefusal)) return null;
  const formatted = errors.map((error) => toClientError(audience, error, { id: 'none', log }));
  return { errors: formatted as never, data };
}

function isRefusal({ originalError }: GraphQLError): boolean {
  const cause = originalError instanceof GraphQLError ? innermost(originalError) : originalError;
  return cause instanceof Refusal && !SERVER_CODES.includes(cause.extensions.code);
}

function innermost(error: GraphQLError): Error {
  const { originalError } = error;
  return originalError instanceof GraphQLError
    ? innermost(originalError)
    : (originalError ?? error);
}
