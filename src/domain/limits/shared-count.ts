import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Statements } from '../../database/postgres/statements.js';

const TABLE = 'rate_limits';

/** Dependencies of a count: the database, and the secret of the HMAC that hides the keys. */
export interface CountStore {
  db: Statements;
  secret: string;
}

export interface CountRule {
  /** Namespace of the keys. */
  name: string;
  max: number;
  seconds: number;
}

export interface Counted {
  points: number;
  isExceeded: boolean;
  /** Seconds until the window ends, at least 1. */
  retryAfterSeconds: number;
}

/**
 * Counts points per key in a window that begins with the first point. Counts are in PostgreSQL, so all servers
 * share them. Once a key exceeds its maximum, this server remembers that until the window ends and does not
 * query the database. Database errors are thrown: without a count, access is denied.
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
      // A scheduled task removes expired rows, once for all servers.
      clearExpiredByTimeout: false,
      keyPrefix: '',
      points: rule.max,
      duration: rule.seconds,
      inMemoryBlockOnConsumed: rule.max,
    });
  }

  /** Adds points to a key; `seconds` overrides the window. */
  async add(key: string, points = 1, seconds?: number): Promise<Counted> {
    try {
      const options = seconds === undefined ? {} : { customDuration: seconds };
      return countedOf(await this.#limiter.consume(this.#hashOf(key), points, options), false);
    } catch (error) {
      if (error instanceof RateLimiterRes) return countedOf(error, true);
      throw error;
    }
  }

  /** Subtracts one point from a key. */
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

function countedOf({ consumedPoints, msBeforeNext }: RateLimiterRes, isExceeded: boolean): Counted {
  return {
    points: consumedPoints,
    isExceeded,
    retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  };
}

/** Client for the library that uses the server's connections, with their timeouts. */
function clientOn(db: Statements) {
  return {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const rows = await db.rows(text, values);
      return { rows, rowCount: rows.length };
    },
  };
}
