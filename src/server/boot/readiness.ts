import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { MIGRATIONS } from '../../../db/migrations/index.js';

/** Reason why a server is not ready for requests. */
export type Unready = 'DATABASE' | 'SCHEMA' | 'SECRET' | 'SHUTTING_DOWN';

const ANSWER_LIMIT_MS = 900;
const CONNECT_LIMIT_MS = 400;
const STATEMENT_LIMIT_MS = 400;
/** Time during which a result is reused. */
const CACHE_MS = 100;

/**
 * Readiness check of this server. It queries the database over its own connection, which requests cannot occupy, and
 * answers within a second even if the database hangs. Concurrent checks share one query.
 *
 * A schema newer than this build counts as ready: during a rolling update the servers of the old version keep serving
 * on the new version's tables.
 */
export class Readiness {
  readonly #pool: pg.Pool;
  #answer: Promise<Unready | null> | undefined;
  #isShuttingDown = false;

  constructor(
    connectionString: string,
    private readonly fingerprint: string,
  ) {
    this.#pool = new pg.Pool({
      connectionString,
      application_name: 'jobglass readiness',
      max: 1,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: STATEMENT_LIMIT_MS,
    });
    // The next check opens a new connection.
    this.#pool.on('error', () => undefined);
  }

  /** Returns null when ready. Never rejects. */
  async check(): Promise<Unready | null> {
    if (this.#isShuttingDown) return 'SHUTTING_DOWN';
    this.#answer ??= this.#queryWithLimit();
    const answer = await this.#answer;
    return this.#isShuttingDown ? 'SHUTTING_DOWN' : answer;
  }

  shutDown(): void {
    this.#isShuttingDown = true;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #queryWithLimit(): Promise<Unready | null> {
    const answered = new AbortController();
    const late = after(ANSWER_LIMIT_MS, 'DATABASE' as const, { signal: answered.signal });
    late.catch(() => undefined);
    const answer = await Promise.race([this.#query(), late]);
    answered.abort();
    setTimeout(() => {
      this.#answer = undefined;
    }, CACHE_MS).unref();
    return answer;
  }

  async #query(): Promise<Unready | null> {
    try {
      const names = MIGRATIONS.map(({ name }) => name);
      const { rows } = await this.#pool.query(STATE, [names]);
      const { isUpToDate, fingerprint } = rows[0];
      if (!isUpToDate) return 'SCHEMA';
      return fingerprint === this.fingerprint ? null : 'SECRET';
    } catch (error) {
      return isAboutTables(error) ? 'SCHEMA' : 'DATABASE';
    }
  }
}

const STATE = `
  select (select count(distinct name) from migrations where name = any($1)) = cardinality($1::text[])
      as "isUpToDate",
    (select fingerprint from secret_fingerprint) as fingerprint`;

/** Undefined table or column. */
function isAboutTables(error: unknown): boolean {
  return ['42P01', '42703'].includes((error as { code?: string }).code ?? '');
}
