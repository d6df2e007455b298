import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config.js';
import type { Refusal } from '../../visibility/refusals.js';
import { tokenIn } from '../auth/resolve-principal.js';
import { authorizationOf } from '../auth/session-cookie.js';
import { searchParameters } from './graphql/search-parameters.js';
import { withStatus } from './http-errors.js';
import { hasPrototypeKey, jsonExcess } from './json-bounds.js';

/** In characters. Fits an enquiry message of 5,000 characters written as escapes. */
const MAX_VISITOR_BODY_LENGTH = 64 * 1024;

/** Replaces Fastify's JSON parser by one that first checks bounds, which are smaller for visitors. */
export function boundedJson(http: FastifyInstance, config: Config): void {
  const parse = http.getDefaultJsonParser('error', 'error');
  http.removeContentTypeParser('application/json');
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (isFromVisitor(request, config) && text.length > MAX_VISITOR_BODY_LENGTH)
      return done(withStatus(413));
    const excess = jsonExcess(text);
    if (excess) return done(excess);
    return parse(request, text, (error: Error | null, read?: unknown) => {
      const refusal = error ?? (isForGraphql(request) ? readVariables(read) : null);
      return refusal ? done(refusal) : done(null, read);
    });
  });
}

function isForGraphql({ url }: FastifyRequest): boolean {
  return url.split('?')[0] === '/graphql';
}

/**
 * Parses variables that are sent as JSON text, as in an address; mcp-graphql does so. Returns the refusal of text past the
 * bounds, or null; Apollo refuses what is no object.
 */
function readVariables(body: unknown): Error | null {
  const request = (body ?? {}) as { variables?: unknown };
  if (typeof request.variables !== 'string') return null;
  const excess = jsonExcess(request.variables);
  if (excess) return excess;
  const variables = parsed(request.variables);
  if (hasPrototypeKey(variables)) return withStatus(400);
  if (variables !== undefined) request.variables = variables;
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFromVisitor({ headers }: FastifyRequest, config: Config): boolean {
  return tokenIn(authorizationOf(headers, config)) === '';
}

/** Returns the refusal of JSON past its bounds in the query string of a GET, or null. */
export function excessInQuery(url: string): Refusal | null {
  for (const [name, value] of searchParameters(url)) {
    const excess = JSON_PARAMETERS.includes(name) ? jsonExcess(value, name) : null;
    if (excess) return excess;
  }
  return null;
}

const JSON_PARAMETERS = ['variables', 'extensions'];
