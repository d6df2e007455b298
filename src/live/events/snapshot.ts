import type { Statements } from '../../database/postgres/statements.js';

/** Set of transactions visible at a moment, from PostgreSQL's text `xmin:xmax:running,running`. */
export class Snapshot {
  readonly #oldest: bigint;
  readonly #next: bigint;
  readonly #running: Set<bigint>;

  constructor(text: string) {
    const [oldest = '0', next = '0', running = ''] = text.split(':');
    this.#oldest = BigInt(oldest);
    this.#next = BigInt(next);
    this.#running = new Set(running.split(',').filter(Boolean).map(BigInt));
  }

  /** Returns whether a read after this moment includes the transaction. */
  has(transaction: bigint): boolean {
    if (transaction < this.#oldest) return true;
    return transaction < this.#next && !this.#running.has(transaction);
  }
}

export type ReadSnapshot = () => Promise<Snapshot>;

/** Reads the database's current snapshot. */
export async function readSnapshot(db: Statements): Promise<Snapshot> {
  const [row] = await db.rows<{ snapshot: string }>(
    'select pg_current_snapshot()::text as snapshot',
    [],
  );
  return new Snapshot(row?.snapshot ?? '');
}
