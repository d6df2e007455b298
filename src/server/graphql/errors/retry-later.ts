import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { ServerContext } from '../context.js';

export const RETRY_AFTER_SECONDS = '1';

/**
 * Sets Retry-After on a response with no data whose errors say when to try again; and HTTP status 503 if all of them are
 * BUSY or UNAVAILABLE, so that proxies can retry.
 */
export function retryLater(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          const hasData = Object.values(data ?? {}).some((value) => value !== null);
          if (hasData || !errors?.length) return;
          const seconds = secondsToWait(errors[0]?.extensions);
          if (seconds) http.headers.set('retry-after', seconds);
          if (!errors.every(isUnavailable)) return;
          http.status = 503;
          http.headers.set('retry-after', RETRY_AFTER_SECONDS);
        },
      };
    },
  };
}

/** The seconds of a RATE_LIMITED error, as a header. */
export function secondsToWait(extensions: Record<string, unknown> | undefined): string | undefined {
  const seconds = extensions?.retryAfterSeconds;
  return typeof seconds === 'number' ? String(seconds) : undefined;
}

/** Not for requests of which something was committed: they must not be retried. */
function isUnavailable({ extensions }: GraphQLFormattedError): boolean {
  const isTransient = extensions?.code === 'BUSY' || extensions?.code === 'UNAVAILABLE';
  return isTransient && extensions?.committed !== true && !extensions?.earlierCommitted;
}
