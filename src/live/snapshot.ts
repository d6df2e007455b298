/** Which transactions were true at a moment, as PostgreSQL tells it: `xmin:xmax:running,running`. */
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

  /** Whether what is read after this moment has the transaction. */
  has(transaction: bigint): boolean {
    if (transaction < this.#oldest) return true;
    return transaction < this.#next && !this.#running.has(transaction);
  }
}

export type AskSnapshot = () => Promise<Snapshot>;
