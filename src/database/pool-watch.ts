import type pg from 'pg';

/** A connection as pg has it; a queue's own pool has plain ones. */
type Connection = pg.PoolClient & {
  connection: { stream: { bytesRead: number; destroy(): void } };
};

/**
 * Frees the pools of connections that lead nowhere. A database that goes away without closing them (its packets
 * are dropped, its machine is gone) would keep each of them waiting for an answer that never comes.
 *
 * One connection that is asked every now and then (the listener's) says when the database fell silent, and when it
 * answers again.
 */
export class PoolWatch {
  readonly #pools = new Map<pg.Pool, { all: Set<Connection>; inUse: Set<Connection> }>();
  /** Connections that were waiting for an answer when the silence began, and how much each had read. */
  #waiting = new Map<Connection, number>();

  add(pool: pg.Pool): void {
    const all = new Set<Connection>();
    const inUse = new Set<Connection>();
    this.#pools.set(pool, { all, inUse });
    pool.on('connect', (client) => all.add(client as Connection));
    pool.on('acquire', (client) => inUse.add(client as Connection));
    pool.on('release', (_error, client) => inUse.delete(client as Connection));
    pool.on('remove', (client) => {
      all.delete(client as Connection);
      inUse.delete(client as Connection);
    });
  }

  /** The database gives no answer: nobody should wait for one on a connection from before. */
  silent(): void {
    for (const { all, inUse } of this.#pools.values()) {
      for (const client of all) {
        if (inUse.has(client)) this.#waiting.set(client, client.connection.stream.bytesRead);
        else client.connection.stream.destroy();
      }
    }
  }

  /** It answers, on a new connection: whatever heard nothing since the silence began will hear nothing. */
  answering(): void {
    for (const { inUse } of this.#pools.values()) {
      for (const client of inUse) {
        if (this.#waiting.get(client) === client.connection.stream.bytesRead)
          client.connection.stream.destroy();
      }
    }
    this.#waiting = new Map();
  }
}
