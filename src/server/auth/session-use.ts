import type { FastifyBaseLogger } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Statements } from '../../database/postgres/statements.js';
import { networkOf } from '../../domain/enquiries/public-form/sender.js';
import type { Principal } from '../../visibility/principal.js';

/** How exact the time of the last use is. */
const PRECISION_MS = 5 * 60_000;
const WRITE_INTERVAL_MS = 60_000;
const MAX_SESSIONS = 10_000;

interface Use {
  isKey: boolean;
  at: Date;
  network: string;
}

/**
 * When and from where each staff session and API key was last used, for the list of a person's own sessions. Noted in memory at most
 * every five minutes each and written in one statement a minute (and one for keys), so that no request waits for it.
 */
export class SessionUse {
  /** Time of the last note of each session, in milliseconds. */
  readonly #noted = new LRUCache<string, number>({ max: MAX_SESSIONS });
  readonly #unwritten = new Map<string, Use>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Statements,
    private readonly clock: () => Date,
  ) {}

  start(log: FastifyBaseLogger): void {
    this.#timer = setInterval(() => {
      this.#writing = this.write().catch((error) =>
        log.warn(
          { err: error },
          'the last uses of sessions were not written; they are tried again',
        ),
      );
    }, WRITE_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Whether a use of this session should be noted. */
  isDue(principal: Principal): boolean {
    if (principal.kind !== 'STAFF' && principal.kind !== 'SETUP') return false;
    const last = this.#noted.get(principal.sessionId);
    return last === undefined || this.clock().getTime() - last >= PRECISION_MS;
  }

  note(principal: Principal, address: string): void {
    if (!this.isDue(principal) || !('sessionId' in principal)) return;
    const at = this.clock();
    this.#noted.set(principal.sessionId, at.getTime());
    if (this.#unwritten.size < MAX_SESSIONS)
      this.#unwritten.set(principal.sessionId, {
        isKey: 'apiKey' in principal,
        at,
        network: networkOf(address),
      });
  }

  /** Writes what was noted. On an error it is kept for the next time, and the error is thrown. */
  async write(): Promise<void> {
    const uses = [...this.#unwritten];
    if (uses.length === 0) return;
    this.#unwritten.clear();
    try {
      await this.#writeTo(
        'staff_sessions',
        uses.filter(([, { isKey }]) => !isKey),
      );
      await this.#writeTo(
        'api_keys',
        uses.filter(([, { isKey }]) => isKey),
      );
    } catch (error) {
      for (const [id, use] of uses) if (!this.#unwritten.has(id)) this.#unwritten.set(id, use);
      throw error;
    }
  }

  async #writeTo(table: 'staff_sessions' | 'api_keys', uses: [string, Use][]): Promise<void> {
    if (uses.length === 0) return;
    await this.db.rows(writeOf(table), [
      uses.map(([id]) => id),
      uses.map(([, { at }]) => at.toISOString()),
      uses.map(([, { network }]) => network),
      PRECISION_MS / 1000,
    ]);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }
}

/** Skips locked rows, which a change or a sign-out holds: waiting for several could become a deadlock. */
const writeOf = (table: 'staff_sessions' | 'api_keys') => `
  with used as (
    select s.id, u.at, u.network
    from unnest($1::uuid[], $2::timestamptz[], $3::text[]) u(id, at, network)
    join ${table} s on s.id = u.id
    where s.last_used_at is null or s.last_used_at <= u.at - make_interval(secs => $4)
      or s.last_used_from is distinct from u.network
    for no key update of s skip locked
  )
  update ${table} s set last_used_at = used.at, last_used_from = used.network
  from used where s.id = used.id`;
