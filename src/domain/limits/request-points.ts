import { createHmac } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Principal } from '../../visibility/principal.js';
import type { Refusal } from '../../visibility/refusals.js';
import { networkOf } from '../enquiries/public-form/sender.js';
import type { CountStore } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const WINDOW_SECONDS = 60;
const WRITE_INTERVAL_MS = 1_000;
const MAX_CALLERS = 20_000;
const RECORDS_PER_POINT = 100;
const BYTES_PER_POINT = 64 * 1024;

/** Origin of a request; its address is only read if there is no valid token. */
interface Caller {
  readonly ip: string;
}

/** Points of a caller in one window. */
interface Account {
  window: number;
  /** Of all servers, when this one last wrote its own. */
  total: number;
  /** Spent here and not written yet. */
  unwritten: number;
}

/** What is left to a caller, for the headers of a response. */
export interface PointsLeft {
  max: number;
  remaining: number;
  secondsLeft: number;
}

/** Points that a caller may spend in a minute. */
export interface PointLimits {
  staff: number;
  /** Of a portal link, and of a network without a token. */
  others: number;
}

/** Returns the points of an operation: one, and more for a large response. */
export function pointsOf({
  records,
  answerBytes,
}: {
  records: number;
  answerBytes: number;
}): number {
  return 1 + Math.floor(records / RECORDS_PER_POINT) + Math.floor(answerBytes / BYTES_PER_POINT);
}

/**
 * Points that each caller has spent in the present minute, on all servers together. They are counted in memory, so that
 * no request waits for them, and once a second each server adds its own to PostgreSQL and learns the sum. A caller can
 * therefore exceed its limit by what it spends in a second.
 */
export class RequestPoints {
  readonly #accounts = new LRUCache<string, Account>({ max: MAX_CALLERS });
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: CountStore,
    private readonly limits: PointLimits,
    private readonly clock: () => Date,
  ) {}

  start(log: FastifyBaseLogger): void {
    this.#timer = setInterval(() => {
      this.#writing = this.write().catch((error) =>
        log.warn({ err: error }, 'the points of callers were not written; they are tried again'),
      );
    }, WRITE_INTERVAL_MS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  /** Spends points of the caller; returns what is left to it. */
  spend(principal: Principal, caller: Caller, points: number): PointsLeft {
    const account = this.#accountOf(principal, caller);
    account.unwritten += points;
    return this.#pointsLeft(principal, account);
  }

  pointsLeft(principal: Principal, caller: Caller): PointsLeft {
    return this.#pointsLeft(principal, this.#accountOf(principal, caller));
  }

  /** Adds what was spent here to the sums of all servers. On an error it is kept for the next time. */
  async write(): Promise<void> {
    const spent = [...this.#accounts].filter(([, { unwritten }]) => unwritten > 0);
    if (spent.length === 0) return;
    const written = spent.map(([caller, account]) => ({
      key: this.#rowKey(caller, account.window),
      account,
      points: account.unwritten,
    }));
    const rows = await this.store.db.rows<{ key: string; points: number }>(ADD, [
      written.map(({ key }) => key),
      written.map(({ points }) => points),
      written.map(({ account }) => (account.window + 2) * WINDOW_SECONDS * 1_000),
    ]);
    const sums = new Map(rows.map(({ key, points }) => [key, points]));
    for (const { key, account, points } of written) {
      account.unwritten -= points;
      account.total = sums.get(key) ?? account.total;
    }
  }

  #pointsLeft({ kind }: Principal, { total, unwritten }: Account): PointsLeft {
    const isStaff = kind === 'STAFF' || kind === 'SETUP';
    const max = isStaff ? this.limits.staff : this.limits.others;
    const inWindow = (this.clock().getTime() / 1_000) % WINDOW_SECONDS;
    return {
      max,
      remaining: Math.max(0, max - total - unwritten),
      secondsLeft: Math.ceil(WINDOW_SECONDS - inWindow),
    };
  }

  #accountOf(principal: Principal, caller: Caller): Account {
    const key = keyOf(principal, caller);
    const window = Math.floor(this.clock().getTime() / 1_000 / WINDOW_SECONDS);
    const known = this.#accounts.get(key);
    if (known?.window === window) return known;
    const account = { window, total: 0, unwritten: 0 };
    this.#accounts.set(key, account);
    return account;
  }

  #rowKey(caller: string, window: number): string {
    const hash = createHmac('sha256', this.store.secret).update(`points:${caller}:${window}`);
    return `points:${hash.digest('base64url')}`;
  }
}

/** An API key, a staff member over all sessions, a portal link, or the network of a caller without a valid token. */
function keyOf(principal: Principal, caller: Caller): string {
  if (principal.kind === 'STAFF' && principal.apiKey) return principal.apiKey.id;
  if ('staffId' in principal) return principal.staffId;
  if (principal.kind === 'CLIENT' && principal.link) return principal.link.linkId;
  return networkOf(caller.ip);
}

/** Returns the error of a caller that has spent its points; null if it has some left. */
export function refusalOfPoints({ remaining, secondsLeft }: PointsLeft): Refusal | null {
  return remaining > 0 ? null : tryAgainLater('Too many requests', secondsLeft);
}

/** The headers RateLimit-Policy and RateLimit of a response, as the draft of the IETF writes them. */
export function rateLimitHeaders({ max, remaining, secondsLeft }: PointsLeft): [string, string][] {
  return [
    ['ratelimit-policy', `"points";q=${max};w=${WINDOW_SECONDS}`],
    ['ratelimit', `"points";r=${remaining};t=${secondsLeft}`],
  ];
}

const ADD = `
  insert into rate_limits (key, points, expire)
  select * from unnest($1::text[], $2::int[], $3::bigint[]) order by 1
  on conflict (key) do update set points = rate_limits.points + excluded.points
  returning key, points`;
