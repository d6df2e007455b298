import type { DocumentNode } from 'graphql';
import { createClient } from 'graphql-ws';
import {
  Client,
  type CombinedError,
  cacheExchange,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
} from 'urql';

/** The API as one person asks it; `onEnded` is told when the session no longer holds. */
export function apiFor(
  token: string | null,
  onEnded: () => void,
  reword: (document: DocumentNode) => DocumentNode = (document) => document,
): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { headers: token ? { authorization: `Bearer ${token}` } : {} },
    exchanges: [
      mapExchange({
        onOperation: (operation) =>
          operation.kind === 'teardown'
            ? operation
            : { ...operation, query: reword(operation.query as DocumentNode) },
        onError: (error) => {
          if (token && codeOf(error) === 'UNAUTHENTICATED') onEnded();
        },
      }),
      cacheExchange,
      fetchExchange,
      live(token),
    ],
  });
}

/** The code with which the API refused, if it did. */
export function codeOf(error: CombinedError | undefined): string | undefined {
  return error?.graphQLErrors[0]?.extensions.code as string | undefined;
}

function live(token: string | null) {
  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token}` },
    shouldRetry: () => true,
    retryAttempts: Number.POSITIVE_INFINITY,
  });
  return subscriptionExchange({
    forwardSubscription: ({ query, variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: socket.subscribe(
          { query: query ?? '', variables },
          sink as Parameters<typeof socket.subscribe>[1],
        ),
      }),
    }),
  });
}
