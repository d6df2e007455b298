import type { Server, ServerResponse } from 'node:http';
import net, { type Socket } from 'node:net';
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises';

/** Time for requests in flight; after it those without a response get a 503. */
const REQUESTS_LIMIT_MS = 4_500;
/** Time after which an idle connection is closed; a request may be in transit on it. */
export const QUIET_MS = 250;
const PASS_INTERVAL_MS = 25;
const FLUSH_MS = 200;
/** Turns of the event loop; each accepts at least one connection that the operating system has queued. */
const LAST_TURNS = 100;

/** A connection with Node's internal reference to the response in progress. */
type HttpSocket = Socket & { _httpMessage?: ServerResponse | null };

interface Activity {
  bytesRead: number;
  atMs: number;
}

/**
 * Stops an HTTP server without resetting a request that it has accepted. It stops listening, answers requests in
 * flight and those that still arrive on open connections with `Connection: close`, and closes idle connections.
 */
export class Drain {
  readonly #sockets = new Map<HttpSocket, Activity>();
  #endsAtMs = Number.POSITIVE_INFINITY;

  constructor(
    private readonly server: Server,
    private readonly quietMs: number,
  ) {
    server.on('connection', (socket: HttpSocket) => {
      this.#sockets.set(socket, { bytesRead: 0, atMs: 0 });
      socket.once('close', () => this.#sockets.delete(socket));
    });
    // WebSockets are closed in subscriptions/websocket.ts.
    server.on('upgrade', (_request, socket: Socket) => this.#sockets.delete(socket));
  }

  /** Accepts the connections that are queued, then stops listening. */
  async begin(listeners: readonly net.Server[]): Promise<void> {
    // The operating system resets queued connections when listening ends.
    for (let turn = 0; turn < LAST_TURNS; turn += 1) await nextTurn();
    const nowMs = performance.now();
    this.#endsAtMs = nowMs + REQUESTS_LIMIT_MS;
    // Not http's own close(), which would also cut connections that are idle at this moment.
    for (const listener of listeners) net.Server.prototype.close.call(listener);
    this.server.prependListener('request', (_request, response) => closeAfter(response));
    for (const socket of this.#sockets.keys()) {
      closeAfter(socket._httpMessage);
      this.#sockets.set(socket, { bytesRead: socket.bytesRead, atMs: nowMs });
    }
  }

  /** Resolves when no connection is left, or after the time limit, when every open request has been answered. */
  async finish(): Promise<void> {
    while (this.#sockets.size > 0 && performance.now() < this.#endsAtMs) {
      this.#closeIdle(performance.now());
      if (this.#sockets.size > 0) await after(PASS_INTERVAL_MS);
    }
    if (this.#answerRemaining() > 0) await after(FLUSH_MS);
  }

  #closeIdle(nowMs: number): void {
    for (const [socket, { bytesRead, atMs }] of this.#sockets) {
      const isBusy = Boolean(socket._httpMessage) || socket.bytesRead !== bytesRead;
      if (isBusy) this.#sockets.set(socket, { bytesRead: socket.bytesRead, atMs: nowMs });
      else if (nowMs - atMs >= this.quietMs) socket.destroySoon();
    }
  }

  /** @returns the number of requests that had no response yet. */
  #answerRemaining(): number {
    const unanswered = [...this.#sockets.keys()]
      .map(({ _httpMessage }) => _httpMessage)
      .filter((response) => response && !response.headersSent);
    for (const response of unanswered) {
      response
        ?.writeHead(503, { 'content-type': 'application/json; charset=utf-8' })
        .end(NOT_FINISHED);
    }
    return unanswered.length;
  }
}

function closeAfter(response: ServerResponse | null | undefined): void {
  if (response && !response.headersSent) response.shouldKeepAlive = false;
}

const NOT_FINISHED = JSON.stringify({
  errors: [
    {
      message:
        'The server is stopping and did not finish this in time; look whether it was done before you ask again.',
      extensions: { code: 'UNAVAILABLE' },
    },
  ],
});
