import type { Server, ServerResponse } from 'node:http';
import net, { type Socket } from 'node:net';
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises';

/** How long requests in flight have; then those without an answer get one that says so. */
const REQUESTS_LIMIT_MS = 4_500;
/** How long a silent connection is kept at the end: a request may be on its way on it. */
export const QUIET_MS = 250;
const PASS_INTERVAL_MS = 25;
const FLUSH_MS = 200;
/** Turns of the event loop; each takes at least one connection that the system has accepted for us. */
const LAST_TURNS = 100;

/** A connection with the response that is being made on it, as Node keeps it. */
type HttpSocket = Socket & { _httpMessage?: ServerResponse | null };

interface Activity {
  bytesRead: number;
  atMs: number;
}

/**
 * Ends an HTTP server without resetting a request that it has accepted. It stops listening, answers what
 * is in flight and what still comes on open connections, each with `Connection: close`, and closes the
 * connections that stay silent.
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
    // A WebSocket is closed by its own rules.
    server.on('upgrade', (_request, socket: Socket) => this.#sockets.delete(socket));
  }

  /** Takes the connections that wait to be taken, then refuses new ones. */
  async begin(listeners: readonly net.Server[]): Promise<void> {
    // The system resets those that were not taken when the listening ends.
    for (let turn = 0; turn < LAST_TURNS; turn += 1) await nextTurn();
    const nowMs = performance.now();
    this.#endsAtMs = nowMs + REQUESTS_LIMIT_MS;
    // Not http's own close, which would also cut connections that are silent at this very moment.
    for (const listener of listeners) net.Server.prototype.close.call(listener);
    this.server.prependListener('request', (_request, response) => closeAfter(response));
    for (const socket of this.#sockets.keys()) {
      closeAfter(socket._httpMessage);
      this.#sockets.set(socket, { bytesRead: socket.bytesRead, atMs: nowMs });
    }
  }

  /** Resolves when no connection is left, or after the time limit with every request answered. */
  async finish(): Promise<void> {
    while (this.#sockets.size > 0 && performance.now() < this.#endsAtMs) {
      this.#closeQuietOnes(performance.now());
      if (this.#sockets.size > 0) await after(PASS_INTERVAL_MS);
    }
    if (this.#answerTheRest() > 0) await after(FLUSH_MS);
  }

  #closeQuietOnes(nowMs: number): void {
    for (const [socket, { bytesRead, atMs }] of this.#sockets) {
      const isBusy = Boolean(socket._httpMessage) || socket.bytesRead !== bytesRead;
      if (isBusy) this.#sockets.set(socket, { bytesRead: socket.bytesRead, atMs: nowMs });
      else if (nowMs - atMs >= this.quietMs) socket.destroySoon();
    }
  }

  /** @returns how many requests had no answer yet. */
  #answerTheRest(): number {
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
