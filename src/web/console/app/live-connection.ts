import { CloseCode, createClient, type Sink, type SubscribePayload } from 'graphql-ws';
import { type CombinedError, subscriptionExchange } from 'urql';
import { sessionDoubtful, sessionEnded, socketParams } from '../session/session';

/** WebSocket of one API client, for its subscriptions. They survive a session that ends and begins again. */
export class LiveConnection {
  readonly #restarts = new Set<() => void>();
  #socket = connect();

  readonly exchange = subscriptionExchange({
    forwardSubscription: ({ query, variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: this.#follow({ query: query ?? '', variables }, sink as Sink),
      }),
    }),
  });

  /** Opens a new socket with the session as it is now, and starts all subscriptions again. */
  resume(): void {
    if (this.#restarts.size === 0) return;
    this.close();
    this.#socket = connect();
    for (const restart of this.#restarts) restart();
  }

  close(): void {
    void this.#socket.dispose();
  }

  #follow(payload: SubscribePayload, sink: Sink): () => void {
    let current = 0;
    let stop = () => {};
    const start = () => {
      current += 1;
      const started = current;
      const isCurrent = () => started === current;
      stop = this.#socket.subscribe(payload, {
        next: (result) => {
          if (isCurrent() && !hasEnded(result.errors)) sink.next(result as never);
        },
        error: (error) => isCurrent() && this.#failed(error, sink, start),
        // The server ends a subscription together with the session, and when the job is no longer visible.
        complete: () => isCurrent() && sessionDoubtful(),
      });
    };
    this.#restarts.add(start);
    start();
    return () => {
      current += 1;
      this.#restarts.delete(start);
      stop();
    };
  }

  #failed(error: unknown, sink: Sink, start: () => void): void {
    if (hasEnded(error)) return;
    this.#restarts.delete(start);
    sink.error(error);
  }
}

function connect() {
  return createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: socketParams,
    shouldRetry: () => true,
    retryAttempts: Number.POSITIVE_INFINITY,
  });
}

/** Whether these errors, or the close of the socket, say that the session has ended, which is then reported. */
function hasEnded(error: unknown): boolean {
  const [first] = Array.isArray(error) ? (error as CombinedError['graphQLErrors']) : [];
  const isClosed = (error as { code?: unknown } | null)?.code === CloseCode.Unauthorized;
  if (!isClosed && first?.extensions?.code !== 'UNAUTHENTICATED') return false;
  sessionEnded();
  return true;
}
