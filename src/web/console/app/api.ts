import type { DocumentNode } from 'graphql';
import {
  Client,
  type CombinedError,
  cacheExchange,
  fetchExchange,
  mapExchange,
  type Operation,
  type OperationResult,
} from 'urql';
import { sessionEnded, sessionHeaders } from '../session/session';
import { LiveConnection } from './live-connection';

export interface Api {
  client: Client;
  /** Runs all queries and subscriptions of the page again, after the session was ended and another has begun. */
  resume(): void;
  close(): void;
}

/**
 * GraphQL client of one person, with a document cache and subscriptions. `transform` rewrites each document before it is
 * sent. When the API says that the session has ended, queries keep waiting with what they have, so that the page stays
 * as it is; mutations fail.
 */
export function openApi(
  transform: (document: DocumentNode) => DocumentNode = (document) => document,
): Api {
  const live = new LiveConnection();
  const queries = new Map<number, Operation>();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: sessionHeaders() }),
    exchanges: [
      mapExchange({
        onOperation: (operation) => {
          if (operation.kind === 'query') queries.set(operation.key, operation);
          if (operation.kind !== 'teardown')
            return { ...operation, query: transform(operation.query as DocumentNode) };
          queries.delete(operation.key);
          return operation;
        },
      }),
      cacheExchange,
      mapExchange({ onResult: waitForSession }),
      fetchExchange,
      live.exchange,
    ],
  });
  return {
    client,
    resume: () => {
      live.resume();
      for (const operation of queries.values())
        client.reexecuteOperation({
          ...operation,
          context: { ...operation.context, requestPolicy: 'network-only' },
        });
    },
    close: () => live.close(),
  };
}

/** API error code, if there is one. */
export function errorCode(error: CombinedError | undefined): string | undefined {
  return error?.graphQLErrors[0]?.extensions.code as string | undefined;
}

/** What is wrong with the values that were sent, each with the path of its field. */
export function faultsOf(error: CombinedError | undefined): { field: string; reason: string }[] {
  const faults = error?.graphQLErrors.flatMap(({ extensions }) => extensions?.faults ?? []);
  return (faults ?? []) as { field: string; reason: string }[];
}

function waitForSession(result: OperationResult): OperationResult | Promise<OperationResult> {
  if (!result.error || !isUnauthenticated(result.error)) return result;
  sessionEnded();
  // `resume` asks again.
  return result.operation.kind === 'query' ? new Promise(() => {}) : result;
}

function isUnauthenticated({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');
}
