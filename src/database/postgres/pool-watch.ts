import type pg from 'pg';

/** Client of pg with its socket, which its types do not declare. */
type Connection = Omit<pg.Client, 'connection'> & {
  connection: { stream: { bytesRead: number; destroy(): void } };
};

type Use = 'OPENING' | 'IDLE' | 'IN_USE';

/** Bytes that each connection had read at some time. */
export type BytesRead = ReadonlyMap<object, number>;

/** Time for a connection that is being opened to receive something, once another one was opened. */
const OPENING_GRACE_MS = 500;

/**
 * Removes dead connections from the pools. If a database goes away without closing them (its packets are dropped, its
 * machine is gone), each would wait for an answer for ever, also those that were being opened at that time.
 *
 * The listener probes the database at intervals and reports when it does not answer (`silent`). Any connection that is
 * opened later, the listener's or a pool's, shows that it answers again (`answering`).
 */
export class PoolWatch {
  readonly #connections = new Map<Connection, Use>();
  /** Connections that waited for an answer when the database was silent, with the bytes each had read. */
  readonly #waiting = new Map<Connection, number>();
  #isSilent = false;

  add(pool: pg.Pool): void {
    whenOpening(pool, (client) => {
      this.#connections.set(client, 'OPENING');
      client.once('end', () => {
        this.#connections.delete(client);
        this.#waiting.delete(client);
      });
    });
    pool.on('connect', (client) => {
      this.#use(client as unknown as Connection, 'IN_USE');
      this.answering();
    });
    pool.on('acquire', (client) => this.#use(client as unknown as Connection, 'IN_USE'));
    pool.on('release', (_error, client) => this.#use(client as unknown as Connection, 'IDLE'));
  }

  /** Returns the bytes that each connection has read so far; called when a probe is sent. */
  bytesRead(): BytesRead {
    return new Map([...this.#connections.keys()].map((client) => [client, bytesReadBy(client)]));
  }

  /**
   * Reports that a probe was not answered; `before` is what was read when it was sent. Closes idle connections that have
   * received nothing since, and marks those in use. Connections opened later are not affected.
   */
  silent(before: BytesRead): void {
    this.#isSilent = true;
    for (const [client, use] of this.#connections) {
      if (before.get(client) !== bytesReadBy(client)) continue;
      if (use === 'IDLE') client.connection.stream.destroy();
      else this.#waiting.set(client, bytesReadBy(client));
    }
  }

  /** Reports that a new connection was opened. Closes the marked connections that have still received nothing. */
  answering(): void {
    if (!this.#isSilent) return;
    this.#isSilent = false;
    closeUnchanged(this.#waiting);
    this.#waiting.clear();
    this.#closeStuckOpening();
  }

  /** A connection may have begun to open after the report of silence and before the database came back. */
  #closeStuckOpening(): void {
    const opening = new Map<Connection, number>();
    for (const [client, use] of this.#connections)
      if (use === 'OPENING') opening.set(client, bytesReadBy(client));
    if (opening.size > 0) setTimeout(() => closeUnchanged(opening), OPENING_GRACE_MS).unref();
  }

  /** Ignores connections that have ended, which may still be released to their pool. */
  #use(client: Connection, use: Use): void {
    if (this.#connections.has(client)) this.#connections.set(client, use);
  }
}

/** pg-pool emits no event before a connection is ready, so its client class is extended. */
function whenOpening(pool: pg.Pool, onOpening: (client: Connection) => void): void {
  const withClass = pool as unknown as { Client: new (config: unknown) => pg.Client };
  const { Client } = withClass;
  withClass.Client = class extends Client {
    constructor(config: unknown) {
      super(config);
      onOpening(this as unknown as Connection);
    }
  };
}

/** Closes the connections that have received nothing since. */
function closeUnchanged(before: ReadonlyMap<Connection, number>): void {
  for (const [client, bytes] of before)
    if (bytesReadBy(client) === bytes) client.connection.stream.destroy();
}

/** 0 for a connection that has not begun to connect. */
function bytesReadBy({ connection }: Connection): number {
  return connection.stream.bytesRead ?? 0;
}
