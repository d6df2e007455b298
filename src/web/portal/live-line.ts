import { stringifyDocument } from '@urql/core';
import { createClient } from 'graphql-ws';
import {
  type AllOfPortalFragment,
  PortalPageChangedDocument,
  type PortalPageChangedSubscription,
} from '../gen/operations';

interface Heard {
  news(portal: AllOfPortalFragment): void;
  /** The line stands; what happened before was told to nobody. */
  up(): void;
  /** Nothing is told for now. */
  down(): void;
  /** The server will tell no more. */
  over(): void;
}

const LONGEST_WAIT = 15_000;
const PULSE = 10_000;

/** A line to the server that tells what changes, and tries again by itself whenever it breaks. */
export function openLine(token: string, heard: Heard): { listen(): void; hangUp(): void } {
  let leave: (() => void) | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => leave !== null,
    retryWait: (tries) =>
      new Promise((go) => setTimeout(go, Math.min(500 * 2 ** tries, LONGEST_WAIT))),
    keepAlive: PULSE,
    on: {
      connected: () => heard.up(),
      closed: () => {
        clearTimeout(patience);
        heard.down();
      },
      // A line whose other end is gone says nothing by itself.
      ping: (isTheirs) => {
        if (!isTheirs) patience = setTimeout(() => socket.terminate(), PULSE);
      },
      pong: (isTheirs) => {
        if (isTheirs) clearTimeout(patience);
      },
    },
  });

  function over(): void {
    if (!leave) return;
    leave = null;
    heard.over();
  }

  return {
    listen() {
      leave ??= socket.subscribe<PortalPageChangedSubscription>(
        { query: stringifyDocument(PortalPageChangedDocument) },
        {
          next: ({ data }) => leave && data && heard.news(data.portalChanged),
          error: over,
          complete: over,
        },
      );
    },
    hangUp() {
      const leaving = leave;
      leave = null;
      leaving?.();
      void socket.dispose();
    },
  };
}
