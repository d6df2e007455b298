import { CloseCode, makeServer, type Server } from 'graphql-ws';
import { PORTAL_TOKEN } from '../../database/tokens.js';
import { Refusal, sessionHasEnded } from '../../visibility/refusals.js';
import { admit, authenticate } from '../auth/authenticate.js';
import { sentUnusableToken } from '../auth/ended-session.js';
import { tokenIn } from '../auth/resolve-principal.js';
import type { Services } from '../graphql/context.js';
import { FormattedError, type Subscription, type Subscriptions } from './subscriptions.js';
import { authorizationIn } from './token-in-params.js';

const MAX_SUBSCRIPTIONS = 20;
const INIT_TIMEOUT_MS = 5_000;

/** Other end of a WebSocket before authentication. */
export interface Caller {
  address: string;
  /** `authorization` of the session cookie, if one of our own pages opened the socket. */
  session?: string;
  /** Closes the WebSocket. */
  close(code: number, reason: string): void;
}

/** Protocol server for WebSockets: at most twenty subscriptions on each. */
export function liveProtocol(services: Services, live: Subscriptions): Server<Caller> {
  return makeServer<Record<string, unknown>, Caller>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    async onConnect({ connectionParams, extra }) {
      const authorization = authorizationIn(connectionParams);
      // Portal links that do not open all read alike, from each subscription.
      if (tokenIn(authorization).startsWith(PORTAL_TOKEN)) return true;
      const { principal } = await authenticate(services, authorization);
      if (!sentUnusableToken(principal)) return true;
      // Clients of graphql-ws do not try again after this code.
      extra.close(CloseCode.Unauthorized, sessionHasEnded().message);
      return false;
    },
    async onSubscribe({ connectionParams, subscriptions, extra }, _id, payload) {
      if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) return [tooMany()];
      const authorization =
        authorizationIn(connectionParams) ??
        // GraphiQL sends the headers of a tab with the subscription, not with the connection.
        authorizationIn(payload.extensions) ??
        ownSession(connectionParams, extra);
      const { address } = extra;
      try {
        return await live.prepare(payload, {
          address,
          authorization,
          admit: () => admit(services, authorization, address),
        });
      } catch (error) {
        return [error as FormattedError];
      }
    },
    subscribe: (args) => live.subscribe(args as Subscription),
    onNext: (_socket, _id, _payload, args, result) =>
      live.formatResult(args as Subscription, result),
    onError: (_socket, _id, _payload, errors) =>
      errors.map(
        (error) =>
          (error instanceof FormattedError ? error : live.format(error, 'CLIENT')).formatted,
      ),
  });
}

/** The session cookie, for pages that ask for it: the portal's page opens its sockets in the same browser. */
function ownSession(
  params: Record<string, unknown> | undefined,
  { session }: Caller,
): string | undefined {
  return params?.session === 'cookie' ? session : undefined;
}

function tooMany(): Refusal {
  return new Refusal(
    'RATE_LIMITED',
    `At most ${MAX_SUBSCRIPTIONS} subscriptions may be open on one connection; end one first.`,
  );
}
