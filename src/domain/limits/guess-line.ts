import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

/** Waiting guesses of one account from one network, on one server. */
const MAX_WAITING = 16;
const MAX_WAIT_MS = 8_000;
const POLL_INTERVAL_MS = 200;
const MAX_REMEMBERED_PASSWORDS = 20_000;
const REMEMBER_MS = 60_000;
/** Number of tries of a checked password: sorts last. */
const CHECKED = Number.NEGATIVE_INFINITY;

interface Waiting {
  password: string;
  gapSeconds: number;
  endsAt: number;
  start(): void;
  refuse(error: unknown): void;
}

/**
 * Queue of the guesses of one account from one network. One guess is checked per gap, across all servers:
 *
 * 1. The waiting password that was tried most often without being checked is first; ties are broken at
 *    random. So an owner who retries the right password overtakes a flood.
 * 2. A checked password is last for a minute: repeating a wrong one delays nobody.
 * 3. When too many wait, one of the last is refused. Its tries stay counted for a minute.
 * 4. So against a flood of F tries per gap the owner gets in after at most about F tries of the right password,
 *    and after two or three when the flood tries each password once, or always the same one.
 * 5. Passwords are kept in memory only, for a minute, as HMACs under a key that is never stored.
 */
export class GuessLine {
  readonly #key = randomBytes(32);
  readonly #lines = new Map<string, Waiting[]>();
  readonly #tries = new LRUCache<string, number>({
    max: MAX_REMEMBERED_PASSWORDS,
    ttl: REMEMBER_MS,
  });

  /** `gap` allows one guess per gap. */
  constructor(private readonly gap: SharedCount) {}

  /** Resolves when this guess may be checked. Throws RATE_LIMITED, and database errors. */
  turn(pair: string, password: string, gapSeconds: number): Promise<void> {
    const hash = this.#hashOf(pair, password);
    const tries = this.#tries.get(hash) ?? 0;
    if (tries !== CHECKED) this.#tries.set(hash, tries + 1);
    return new Promise((start, refuse) => {
      const endsAt = Date.now() + MAX_WAIT_MS;
      this.#join(pair, { password: hash, gapSeconds, endsAt, start, refuse });
    });
  }

  /** Clears the tries of a password that was right, so that it is not last the next time. */
  forget(pair: string, password: string): void {
    this.#tries.delete(this.#hashOf(pair, password));
  }

  #join(pair: string, guess: Waiting): void {
    const line = this.#lines.get(pair);
    if (!line) {
      const newLine = [guess];
      this.#lines.set(pair, newLine);
      void this.#serve(pair, newLine);
      return;
    }
    line.push(guess);
    if (line.length > MAX_WAITING) refuse(this.#take(line, Math.min));
  }

  async #serve(pair: string, line: Waiting[]): Promise<void> {
    try {
      while (line[0]) {
        const { isExceeded } = await this.gap.add(pair, 1, line[0].gapSeconds);
        // Jitter, or one server would always poll just before another and take every gap.
        if (isExceeded) await setTimeout(POLL_INTERVAL_MS * (0.5 + Math.random()));
        else this.#startBest(line);
        refuseOverdue(line);
      }
    } catch (error) {
      // Without counts no guess is checked.
      for (const waiting of line) waiting.refuse(error);
    } finally {
      this.#lines.delete(pair);
    }
  }

  #startBest(line: Waiting[]): void {
    const best = this.#take(line, Math.max);
    this.#tries.set(best.password, CHECKED);
    best.start();
  }

  /** Removes and returns a random guess among those with the most (`Math.max`) or fewest (`Math.min`) tries. */
  #take(line: Waiting[], choose: (...tries: number[]) => number): Waiting {
    const triesOf = ({ password }: Waiting) => this.#tries.get(password) ?? 0;
    const extreme = choose(...line.map(triesOf));
    const equals = line.filter((waiting) => triesOf(waiting) === extreme);
    const taken = equals[Math.floor(Math.random() * equals.length)] as Waiting;
    line.splice(line.indexOf(taken), 1);
    return taken;
  }

  #hashOf(pair: string, password: string): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([pair, password]))
      .digest('base64url');
  }
}

function refuseOverdue(line: Waiting[]): void {
  const now = Date.now();
  for (const overdue of line.filter(({ endsAt }) => endsAt <= now)) {
    line.splice(line.indexOf(overdue), 1);
    refuse(overdue);
  }
}

function refuse({ refuse, gapSeconds }: Waiting): void {
  refuse(tryAgainLater('Many passwords are being tried for this account from here', gapSeconds));
}
