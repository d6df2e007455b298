import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Refusal } from '../visibility/refusals.js';
import { withStatus } from './http-errors.js';
import { jsonExcess } from './json-bounds.js';
import { tokenIn } from './principals.js';

/** Characters. Visitors sign in and send enquiries: a message of 5,000 characters, written as escapes, fits. */
const MAX_VISITOR_BODY = 64 * 1024;

/** Parses JSON bodies as Fastify does, but only those within bounds, which are smaller for visitors. */
export function boundedJson(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error');
  http.removeContentTypeParser('application/json');
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (isFromVisitor(request) && text.length > MAX_VISITOR_BODY) return done(withStatus(413));
    const excess = jsonExcess(text);
    return excess ? done(excess) : parse(request, text, done);
  });
}

function isFromVisitor({ headers }: FastifyRequest): boolean {
  return tokenIn(headers.authorization) === '';
}

/** The refusal of JSON past its bounds in the address of a GET, or null. */
export function excessInQuery(query: unknown): Refusal | null {
  const { variables, extensions } = query as Record<string, unknown>;
  return jsonExcess(String(variables ?? '')) ?? jsonExcess(String(extensions ?? ''), 'extensions');
}
