import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { AuthenticatedRequest } from '../auth/resolve-principal.js';
import { persistedHash } from '../graphql/documents/persisted-queries.js';
import { searchParameters } from '../http/graphql/search-parameters.js';
import { hasPrototypeKey, jsonExcess } from '../http/json-bounds.js';

/** GraphQL request over HTTP that the fast path can answer: with its text, or with the hash of a persisted query. */
export interface ParsedRequest {
  query: string | null;
  hash: string;
  operationName: string;
  variables: Record<string, unknown>;
}

const MEMBERS = new Set(['query', 'variables', 'operationName', 'extensions']);
const JSON_BODY = /^application\/json(; ?charset=utf-8)?$/i;
/** Larger bodies are read, or refused, by Fastify. */
const MAX_BODY_BYTES = 256 * 1024;
const ESCAPED_NUL = '\\u0000';
const QUERY_STRING = '/graphql?';

/** Whether a request may take the fast path: for the API, with a JSON body of a declared size or a query string. */
export function isEligible(request: IncomingMessage): boolean {
  const { method, url, headers } = request;
  if (method === 'GET') return url?.startsWith(QUERY_STRING) === true && isPlainGet(request);
  return (
    method === 'POST' &&
    url === '/graphql' &&
    JSON_BODY.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    Number(headers['content-length'] ?? Number.NaN) <= MAX_BODY_BYTES
  );
}

/** Fastify answers a browser that opens the address, and refuses or reads what a GET has no use for. */
function isPlainGet({ headers }: IncomingMessage): boolean {
  const { accept = '' } = headers;
  return (
    JSON_BODY.test(headers['content-type'] ?? 'application/json') &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    !accept.includes('text/html')
  );
}

/** Returns the body as text; null if the caller hung up before its end. The server's timeouts bound the time. */
export function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => resolve(textOf(chunks)));
    request.on('error', () => resolve(null));
  });
}

function textOf(chunks: Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString();
}

/** Parses a body; returns null if Apollo has to answer it. */
export function parseRequest(text: string): ParsedRequest | null {
  // Fastify's parser refuses excessive JSON, and the document reader refuses a NUL.
  if (jsonExcess(text) || text.includes(ESCAPED_NUL)) return null;
  const body = parsed(text);
  return isObject(body) ? requestOf(body) : null;
}

/** Parses the query string of an address; returns null if Apollo has to answer it. */
export function parseSearch(url: string): ParsedRequest | null {
  const body: Record<string, unknown> = {};
  for (const [name, text] of searchParameters(url)) {
    // Given twice, or invalid JSON: Apollo reports it.
    if (name in body) return null;
    if (name === 'variables' || name === 'extensions') {
      if (jsonExcess(text) || text.includes(ESCAPED_NUL)) return null;
      const value = parsed(text);
      if (!isObject(value)) return null;
      body[name] = value;
    } else body[name] = text;
  }
  return requestOf(body);
}

function requestOf(body: Record<string, unknown>): ParsedRequest | null {
  for (const name in body) if (!MEMBERS.has(name)) return null;
  const { query = null, operationName = null, variables = null, extensions = null } = body;
  if (!(variables === null || isObject(variables))) return null;
  if (operationName !== null && (typeof operationName !== 'string' || operationName === ''))
    return null;
  if (!(extensions === null || isObject(extensions)) || hasPrototypeKey(variables)) return null;
  // Apollo's plugin reports the cost.
  if (extensions !== null && 'cost' in extensions) return null;
  const hash = extensions === null ? null : persistedHash(extensions);
  // A text with its hash is to be stored: Apollo's plugin validates it and checks the hash.
  if (hash === undefined || (hash === null) === (query === null)) return null;
  if (query !== null && typeof query !== 'string') return null;
  return {
    query,
    hash: hash ?? '',
    operationName: operationName ?? '',
    variables: variables ?? {},
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Fastify's parser reports the error.
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Work of the fast path for a request that it hands on to Fastify. */
export interface Handoff {
  /** The body that it has read; a GET has none. */
  body?: string;
  /** Set if the request was authenticated. */
  authenticated?: AuthenticatedRequest;
}

const HANDOFF = Symbol('handoff');
type WithHandoff = IncomingMessage & { [HANDOFF]?: Handoff };

export function setHandoff(request: IncomingMessage, handoff: Handoff): void {
  (request as WithHandoff)[HANDOFF] = handoff;
}

export function handoffOf(request: IncomingMessage): Handoff | undefined {
  return (request as WithHandoff)[HANDOFF];
}

/** Returns the body as a stream for Fastify's parser; undefined if the fast path has not read it. */
export function replayedBody(request: IncomingMessage): Readable | undefined {
  const body = handoffOf(request)?.body;
  return body === undefined ? undefined : Readable.from([Buffer.from(body)]);
}
