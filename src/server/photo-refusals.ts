import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileRefusal } from '../domain/photos/refused-file.js';
import { type Code, Refusal } from '../visibility/refusals.js';

const OF_CODE: Partial<Record<Code, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
  BUSY: 503,
  UNAVAILABLE: 503,
};

const OF_FILE: Record<FileRefusal, number> = {
  NO_FILE: 400,
  TOO_LARGE: 413,
  NOT_A_PICTURE: 415,
  UNREADABLE_PICTURE: 422,
};

/** Tells a refusal in the shape that GraphQL has, with the status that HTTP has for it. */
export function tellRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  // What is no refusal goes on to whoever tells of the rest.
  if (!(error instanceof Refusal)) throw error;
  const { message, extensions } = error;
  const status =
    OF_FILE[extensions.reason as FileRefusal] ?? OF_CODE[extensions.code as Code] ?? 400;
  if (status === 503) reply.header('retry-after', '1');
  if (status === 500)
    request.log.error({ err: error.cause ?? error }, 'a request failed on our side');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.status(status).send({ errors: [{ message, extensions }] });
}
