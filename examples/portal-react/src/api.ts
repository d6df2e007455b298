import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';

const API_URL = import.meta.env.VITE_API_URL ?? 'http://localhost:4000';

/** Apollo Client for one portal link. */
export function clientFor(token: string): ApolloClient {
  const authorization = `Bearer ${token}`;
  const http = new HttpLink({ uri: `${API_URL}/graphql`, headers: { authorization } });
  const socket = new GraphQLWsLink(
    createClient({
      url: `${API_URL.replace(/^http/, 'ws')}/graphql`,
      connectionParams: { authorization },
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      // A change before the connection was up causes no event.
      on: { connected: () => void client.refetchQueries({ include: 'active' }).catch(ignore) },
    }),
  );
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      socket,
      http,
    ),
    // A link opens one page of one business, which therefore have no ids.
    cache: new InMemoryCache({
      typePolicies: { Portal: { keyFields: [] }, Business: { keyFields: [] } },
    }),
  });
  return client;
}

/** The page shows by itself that a request failed. */
export function ignore(): void {}

/** Whether the link opens nothing: unknown, revoked or expired, or the business has closed its pages. */
export function isClosed(error: unknown): boolean {
  return ['NOT_FOUND', 'UNAUTHENTICATED'].includes(codeOf(error));
}

/** What went wrong, for the client to read. The API's sentences about a field are written for people. */
export function sentenceOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'VALIDATION_FAILED') return (error as Error).message;
  if (code === 'QUOTE_NOT_ACCEPTABLE')
    return 'The quote has changed or has run out. What you see now is up to date.';
  if (code === 'RATE_LIMITED') return 'That was too often. Please wait a moment.';
  return 'That did not work. Please check your connection and try again.';
}

function codeOf(error: unknown): string {
  return CombinedGraphQLErrors.is(error) ? String(error.errors[0]?.extensions?.code) : '';
}
