import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FileRefusal } from '../domain/photos/refused-file.js';
import { CODES, type Code, Refusal } from '../visibility/refusals.js';
import { refusalOf, toClientError } from './errors.js';
import { RETRY_AFTER_SECONDS } from './retry-later.js';

/** An answer outside GraphQL, in the shape that GraphQL has for errors. */
export interface ErrorAnswer {
  status: number;
  body: { errors: object[] };
}

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

/** What is said of what Fastify, Node and their plugins refuse, by its status. */
const OF_STATUS: Record<number, string> = {
  400: CODES.VALIDATION_FAILED,
  404: CODES.NOT_FOUND,
  405: 'This address takes no request of that method.',
  408: 'The request took too long to arrive; send it again.',
  413: 'The request is too large; send less at once.',
  414: 'The address of the request is too long.',
  415: 'The request has a content type that is not read here.',
  429: CODES.RATE_LIMITED,
  431: 'The headers of the request are too large; send less at once.',
};

/** Everything that goes wrong outside GraphQL answers by this: Fastify's own errors and those of its plugins too. */
export function answerErrors(http: FastifyInstance): void {
  http.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  http.setNotFoundHandler((_request, reply) => sendError(reply, errorAnswer(404)));
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalOf(error) ?? fromStatus(error);
  const status = refusal ? statusOf(refusal, error) : 500;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return sendError(reply, {
    status,
    body: { errors: [toClientError('VISITOR', refusal ?? error, request)] },
  });
}

/** The answer that has this status and one of our constant sentences. */
export function errorAnswer(status: number): ErrorAnswer {
  const { message, extensions } = refusalWith(status);
  return { status, body: { errors: [{ message, extensions }] } };
}

/** The same as the bytes of a whole response, for a connection that no request handler has. */
export function rawErrorAnswer(status: number): string {
  const body = JSON.stringify(errorAnswer(status).body);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

/** A refusal that HTTP has a status of its own for. */
export function withStatus(status: number, refusal = refusalWith(status)): Refusal {
  return Object.assign(refusal, { statusCode: status });
}

function sendError(reply: FastifyReply, { status, body }: ErrorAnswer) {
  return reply.status(status).type('application/json; charset=utf-8').send(body);
}

/** What refuses a request with a status below 500 is the caller's to mend; its own words may say too much. */
function fromStatus(error: unknown): Refusal | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? refusalWith(status) : null;
}

function refusalWith(status: number): Refusal {
  const code = status === 404 ? 'NOT_FOUND' : status === 429 ? 'RATE_LIMITED' : 'VALIDATION_FAILED';
  return new Refusal(code, OF_STATUS[status]);
}

function statusOf({ extensions }: Refusal, error: unknown): number {
  const { statusCode } = error as { statusCode?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return statusCode;
  return OF_FILE[extensions.reason as FileRefusal] ?? OF_CODE[extensions.code as Code] ?? 400;
}
