import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { ServerContext } from './context.js';

export const RETRY_AFTER_SECONDS = '1';

/** An answer that is nothing but "busy" or "unavailable" has HTTP's status for that, so that proxies know it too. */
export function unavailableIs503(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          const hasData = Object.values(data ?? {}).some((value) => value !== null);
          if (hasData || !errors?.length || !errors.every(isUnavailable)) return;
          http.status = 503;
          http.headers.set('retry-after', RETRY_AFTER_SECONDS);
        },
      };
    },
  };
}

/** What was changed all the same is not to be sent again. */
function isUnavailable({ extensions }: GraphQLFormattedError): boolean {
  const isPassing = extensions?.code === 'BUSY' || extensions?.code === 'UNAVAILABLE';
  return isPassing && extensions?.committed !== true && !extensions?.earlierCommitted;
}
