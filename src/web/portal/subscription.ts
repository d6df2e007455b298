import { createClient } from 'graphql-ws';
import {
  type PortalContentFragment,
  PortalPageChangedDocument,
  type PortalPageChangedSubscription,
} from '../gen/portal-operations';

interface SubscriptionHandlers {
  onPortal(portal: PortalContentFragment): void;
  /** The socket is open. Changes before this moment caused no event here. */
  onConnected(): void;
  /** The socket closed; it reconnects by itself. */
  onDisconnected(): void;
  /** The server ended the subscription. */
  onEnded(): void;
}

export interface PortalSubscription {
  start(): void;
  close(): void;
}

const MAX_RETRY_DELAY_MS = 15_000;
const PING_INTERVAL_MS = 10_000;

/** Prepares a subscription to portal changes that reconnects after every break. `start` does nothing while it runs. */
export function portalSubscription(
  token: string,
  handlers: SubscriptionHandlers,
): PortalSubscription {
  let unsubscribe: (() => void) | null = null;
  let pongTimeout: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => unsubscribe !== null,
    retryWait: (tries) =>
      new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** tries, MAX_RETRY_DELAY_MS))),
    keepAlive: PING_INTERVAL_MS,
    on: {
      connected: () => handlers.onConnected(),
      closed: () => {
        clearTimeout(pongTimeout);
        handlers.onDisconnected();
      },
      // A dead connection reports nothing by itself: close it when no pong follows a ping.
      ping: (isFromServer) => {
        if (!isFromServer) pongTimeout = setTimeout(() => socket.terminate(), PING_INTERVAL_MS);
      },
      pong: (isFromServer) => {
        if (isFromServer) clearTimeout(pongTimeout);
      },
    },
  });

  function end(): void {
    if (!unsubscribe) return;
    unsubscribe = null;
    handlers.onEnded();
  }

  return {
    start() {
      unsubscribe ??= socket.subscribe<PortalPageChangedSubscription>(
        { query: PortalPageChangedDocument.toString() },
        {
          next: ({ data }) => unsubscribe && data && handlers.onPortal(data.portalChanged),
          error: end,
          complete: end,
        },
      );
    },
    close() {
      const stop = unsubscribe;
      unsubscribe = null;
      stop?.();
      void socket.dispose();
    },
  };
}
