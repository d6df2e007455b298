import type { FastifyRequest } from 'fastify';
import { isSubscription } from '../graphql/documents/apollo-documents.js';
import type { PersistedQueries } from '../graphql/documents/persisted-queries.js';
import type { DocumentReader } from '../graphql/documents/read-documents.js';
import { searchParameters } from '../http/graphql/search-parameters.js';
import type { SubscriptionRequest } from './read-subscription.js';

interface Parameters {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/**
 * Returns the subscription in an HTTP request. Null for other operations and for what is no valid request; Apollo runs
 * or reports it.
 */
export function subscriptionIn(
  request: FastifyRequest,
  documents: DocumentReader,
  persisted: PersistedQueries,
): SubscriptionRequest | null {
  const { operationName = null, variables = null, ...text } = parametersOf(request);
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (!isObjectOrNull(variables) || !isObjectOrNull(text.extensions ?? null)) return null;
  const byHash = persisted.restore(text as never);
  const { query } = text;
  if (byHash?.refusal || typeof query !== 'string') return null;
  const { document } = documents.read(query, operationName);
  if (!document || !isSubscription(document, operationName)) return null;
  if (byHash?.newHash && persisted.add(byHash.newHash, query)) return null;
  return { query, operationName, variables };
}

/** Returns a copy of the parameters of a request; empty if it has none. */
function parametersOf({ method, url, body }: FastifyRequest): Parameters {
  if (method !== 'GET') return { ...(body as Parameters | null) };
  const { variables, extensions, ...texts } = Object.fromEntries(searchParameters(url));
  try {
    return { ...texts, variables: jsonIn(variables), extensions: jsonIn(extensions) };
  } catch {
    // Apollo reports invalid JSON.
    return {};
  }
}

function jsonIn(text: string | undefined): unknown {
  return text === undefined ? null : JSON.parse(text);
}

function isObjectOrNull(value: unknown): value is Record<string, unknown> | null {
  return typeof value === 'object' && !Array.isArray(value);
}
