import type { IncomingMessage } from 'node:http';
import { hasPrototypeKey, jsonExcess } from './json-bounds.js';

/** A question that has nothing unusual about it. */
export interface Question {
  query: string;
  operationName: string;
  variables: Record<string, unknown>;
}

/** All that a plain request has in its body. */
const PLAIN = new Set(['query', 'variables', 'operationName']);
const JSON_BODY = /^application\/json(; ?charset=utf-8)?$/i;
/** Bytes. A larger body is read by whoever tells that it is too large. */
const LARGEST = 256 * 1024;

/** Whether a request may hold a plain question: JSON for the graph, of a size that is told beforehand. */
export function mayTake({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === '/graphql' &&
    JSON_BODY.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    Number(headers['content-length'] ?? Number.NaN) <= LARGEST
  );
}

/**
 * The body as text, or null when the caller hung up before its end. Whoever sends too slowly is let go by
 * the server.
 */
export function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', () => resolve(null));
  });
}

export function questionIn(text: string): Question | null {
  // Fastify's parser refuses both, in words of its own.
  if (jsonExcess(text)) return null;
  const body = parsed(text);
  if (!isPlain(body) || !Object.keys(body).every((name) => PLAIN.has(name))) return null;
  const { query, operationName = null, variables = null } = body;
  if (typeof query !== 'string' || !(variables === null || isPlain(variables))) return null;
  if (operationName !== null && (typeof operationName !== 'string' || operationName === ''))
    return null;
  if (hasPrototypeKey(variables)) return null;
  return { query, operationName: operationName ?? '', variables: variables ?? {} };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever reads it next says what is wrong with it.
    return null;
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
