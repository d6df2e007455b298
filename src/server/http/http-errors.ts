import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FileRefusal } from '../../domain/photos/upload/refused-file.js';
import { CODES, type Code, Refusal } from '../../visibility/refusals.js';
import { ERROR_CODES } from '../../visibility/schemas/error-codes.js';
import { RETRY_AFTER_SECONDS, secondsToWait } from '../graphql/errors/retry-later.js';
import { refusalOf, toClientError } from '../graphql/errors.js';

/** Error response outside GraphQL, in the format of a GraphQL response. */
export interface ErrorAnswer {
  status: number;
  body: { errors: object[] };
}

const STATUS_BY_FILE_REFUSAL: Record<FileRefusal, number> = {
  NO_FILE: 400,
  TOO_LARGE: 413,
  NOT_A_PICTURE: 415,
  UNREADABLE_PICTURE: 422,
};

/** Messages for refusals of Fastify, Node and plugins. */
const SENTENCE_BY_STATUS: Record<number, string> = {
  400: CODES.BAD_REQUEST,
  404: CODES.NOT_FOUND,
  405: 'This address takes no request of that method.',
  406: 'This address answers text/event-stream only; name it in the accept header.',
  408: 'The request took too long to arrive; send it again.',
  413: 'The request is too large; send less at once.',
  414: 'The address of the request is too long.',
  415: 'The request has a content type that is not read here.',
  429: CODES.RATE_LIMITED,
  431: 'The headers of the request are too large; send less at once.',
};

/** Installs the error handlers for everything outside GraphQL, including errors of Fastify and its plugins. */
export function answerErrors(http: FastifyInstance): void {
  http.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  http.setNotFoundHandler((_request, reply) => sendError(reply, errorAnswer(404)));
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalOf(error) ?? fromStatus(error);
  const status = refusal ? statusOf(refusal, error) : 500;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  const retryAfter = status === 503 ? RETRY_AFTER_SECONDS : secondsToWait(refusal?.extensions);
  if (retryAfter) reply.header('retry-after', retryAfter);
  return sendError(reply, {
    status,
    body: { errors: [toClientError('VISITOR', refusal ?? error, request)] },
  });
}

/** Returns the response for a status with its constant message. */
function errorAnswer(status: number): ErrorAnswer {
  const { message, extensions } = refusalWith(status);
  return { status, body: { errors: [{ message, extensions }] } };
}

/** The same as the text of a whole HTTP response, for a socket without a request handler. */
export function rawErrorAnswer(status: number, headers: Record<string, string> = {}): string {
  const body = JSON.stringify(errorAnswer(status).body);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
}

/** Returns a refusal with an HTTP status of its own. */
export function withStatus(status: number, refusal = refusalWith(status)): Refusal {
  return Object.assign(refusal, { statusCode: status });
}

function sendError(reply: FastifyReply, { status, body }: ErrorAnswer) {
  return reply.status(status).type('application/json; charset=utf-8').send(body);
}

/** Returns a refusal for an error with a 4xx status, with our own message: the original may reveal internals. */
function fromStatus(error: unknown): Refusal | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? refusalWith(status) : null;
}

function refusalWith(status: number): Refusal {
  const code = status === 404 ? 'NOT_FOUND' : status === 429 ? 'RATE_LIMITED' : 'BAD_REQUEST';
  return new Refusal(code, SENTENCE_BY_STATUS[status]);
}

function statusOf({ extensions }: Refusal, error: unknown): number {
  const { statusCode } = error as { statusCode?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return statusCode;
  return (
    STATUS_BY_FILE_REFUSAL[extensions.reason as FileRefusal] ??
    ERROR_CODES[extensions.code as Code].httpStatus
  );
}
