import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Statements } from '../../database/statements.js';

const TABLE = 'rate_limits';

/** What a count needs: the connections to count on, and a secret so that keys cannot be turned back. */
export interface CountStore {
  db: Statements;
  secret: string;
}

export interface CountRule {
  /** Names the count; counts of different names never meet. */
  name: string;
  max: number;
  seconds: number;
}

export interface Counted {
  points: number;
  isOver: boolean;
  /** Seconds until the count begins again, at least one. */
  retryAfterSeconds: number;
}

/**
 * Counts per key in a window that begins with the first point, in PostgreSQL, so that all servers count
 * together. Once a key is over the maximum this server remembers that until the window ends, and asks
 * the database no more. Throws what the database throws: a count that cannot be asked lets nobody in.
 */
export class SharedCount {
  readonly #limiter: RateLimiterPostgres;

  constructor(
    private readonly store: CountStore,
    private readonly rule: CountRule,
  ) {
    this.#limiter = new RateLimiterPostgres({
      storeClient: clientOn(store.db),
      storeType: 'client',
      tableName: TABLE,
      tableCreated: true,
      // A task of the queue removes what has expired, once for all servers.
      clearExpiredByTimeout: false,
      keyPrefix: '',
      points: rule.max,
      duration: rule.seconds,
      inMemoryBlockOnConsumed: rule.max,
    });
  }

  /** Counts some more points of a key, one unless said otherwise. */
  async add(key: string, points = 1, seconds?: number): Promise<Counted> {
    try {
      const options = seconds === undefined ? {} : { customDuration: seconds };
      return countedOf(await this.#limiter.consume(this.#hashOf(key), points, options), false);
    } catch (error) {
      if (error instanceof RateLimiterRes) return countedOf(error, true);
      throw error;
    }
  }

  /** Gives a point back: what was counted did not go wrong after all. */
  async takeBack(key: string): Promise<void> {
    await this.#limiter.reward(this.#hashOf(key));
  }

  async has(key: string): Promise<boolean> {
    return (await this.#limiter.get(this.#hashOf(key))) !== null;
  }

  async forget(key: string): Promise<void> {
    await this.#limiter.delete(this.#hashOf(key));
  }

  #hashOf(key: string): string {
    const hash = createHmac('sha256', this.store.secret).update(`${this.rule.name}:${key}`);
    return `${this.rule.name}:${hash.digest('base64url')}`;
  }
}

function countedOf({ consumedPoints, msBeforeNext }: RateLimiterRes, isOver: boolean): Counted {
  return {
    points: consumedPoints,
    isOver,
    retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  };
}

/** The library writes through the server's own connections, with their timeouts. */
function clientOn(db: Statements) {
  return {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const rows = await db.rows(text, values);
      return { rows, rowCount: rows.length };
    },
  };
}
