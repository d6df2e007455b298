import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { MIGRATIONS } from '../../db/migrations/index.js';

/** Why a server should not be sent requests now. */
export type Unready = 'DATABASE' | 'SCHEMA' | 'SECRET' | 'SHUTTING_DOWN';

const ANSWER_LIMIT_MS = 900;
const CONNECT_LIMIT_MS = 400;
const STATEMENT_LIMIT_MS = 400;
/** An answer serves everybody who asks so soon after it. */
const KEPT_MS = 100;

/**
 * Whether this server can serve. It asks the database over a connection of its own, which requests cannot
 * fill, and answers within a second whatever hangs. However many ask at once, the database is asked once.
 *
 * A schema newer than this build counts as ready: while a new version is rolled out, the servers of the
 * old one go on serving on the new one's tables.
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
    // A dropped connection is no news: the next question opens another.
    this.#pool.on('error', () => undefined);
  }

  /** Null when it can. Never rejects. */
  async check(): Promise<Unready | null> {
    if (this.#isShuttingDown) return 'SHUTTING_DOWN';
    this.#answer ??= this.#asked();
    const answer = await this.#answer;
    return this.#isShuttingDown ? 'SHUTTING_DOWN' : answer;
  }

  shutDown(): void {
    this.#isShuttingDown = true;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #asked(): Promise<Unready | null> {
    const given = new AbortController();
    const late = after(ANSWER_LIMIT_MS, 'DATABASE' as const, { signal: given.signal });
    late.catch(() => undefined);
    const answer = await Promise.race([this.#ask(), late]);
    given.abort();
    setTimeout(() => {
      this.#answer = undefined;
    }, KEPT_MS).unref();
    return answer;
  }

  async #ask(): Promise<Unready | null> {
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

/** An undefined table or column. */
function isAboutTables(error: unknown): boolean {
  return ['42P01', '42703'].includes((error as { code?: string }).code ?? '');
}
