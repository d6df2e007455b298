import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

/** Waiting requests of one account from one network, on one server. */
const MAX_WAITING = 16;
const MAX_WAIT_MS = 8_000;
const POLL_INTERVAL_MS = 200;
const MAX_REMEMBERED_PASSWORDS = 20_000;
const REMEMBER_MS = 60_000;
const LOOKED_AT = Number.NEGATIVE_INFINITY;

interface Waiting {
  password: string;
  gapSeconds: number;
  endsAt: number;
  start(): void;
  refuse(error: unknown): void;
}

/**
 * Lets the guesses of one account from one network through one at a time, a gap apart on all servers together:
 *
 * 1. Of those that wait, the password that was tried most often without being looked at comes first; among
 *    equals one is picked at random. So whoever keeps to one password, as its owner does, overtakes a flood.
 * 2. A password that was looked at comes last for a minute: repeating a wrong one takes nobody's turn.
 * 3. When too many wait, one of those that would come last is refused. Its tries stay counted for a minute.
 * 4. So against a flood of F tries each gap the owner is in after at most about F tries of the right password,
 *    and after two or three when the flood tries each password once, or always the same.
 * 5. Passwords are kept in memory only, for a minute, as hashes under a key that ends with the process.
 */
export class GuessLine {
  readonly #key = randomBytes(32);
  readonly #lines = new Map<string, Waiting[]>();
  readonly #tries = new LRUCache<string, number>({
    max: MAX_REMEMBERED_PASSWORDS,
    ttl: REMEMBER_MS,
  });

  /** The count allows one guess in each gap. */
  constructor(private readonly gap: SharedCount) {}

  /** Returns when this guess may be looked at. Throws RATE_LIMITED, or what the database throws. */
  turn(pair: string, password: string, gapSeconds: number): Promise<void> {
    const hash = this.#hashOf(pair, password);
    const tries = this.#tries.get(hash) ?? 0;
    if (tries !== LOOKED_AT) this.#tries.set(hash, tries + 1);
    return new Promise((start, refuse) => {
      const endsAt = Date.now() + MAX_WAIT_MS;
      this.#join(pair, { password: hash, gapSeconds, endsAt, start, refuse });
    });
  }

  /** The password was right, so it does not come last the next time. */
  forget(pair: string, password: string): void {
    this.#tries.delete(this.#hashOf(pair, password));
  }

  #join(pair: string, guess: Waiting): void {
    const line = this.#lines.get(pair);
    if (!line) {
      const opened = [guess];
      this.#lines.set(pair, opened);
      void this.#serve(pair, opened);
      return;
    }
    line.push(guess);
    if (line.length > MAX_WAITING) refuse(this.#take(line, Math.min));
  }

  async #serve(pair: string, line: Waiting[]): Promise<void> {
    try {
      while (line[0]) {
        const { isOver } = await this.gap.add(pair, 1, line[0].gapSeconds);
        // Not always the same, or one server would ask just before another each time and take every gap.
        if (isOver) await setTimeout(POLL_INTERVAL_MS * (0.5 + Math.random()));
        else this.#startBest(line);
        refuseOverdue(line);
      }
    } catch (error) {
      // While guesses cannot be counted, nobody gets in.
      for (const each of line) each.refuse(error);
    } finally {
      this.#lines.delete(pair);
    }
  }

  #startBest(line: Waiting[]): void {
    const best = this.#take(line, Math.max);
    this.#tries.set(best.password, LOOKED_AT);
    best.start();
  }

  /** Takes one at random from those with the most, or the fewest, tries. */
  #take(line: Waiting[], choose: (...tries: number[]) => number): Waiting {
    const triesOf = ({ password }: Waiting) => this.#tries.get(password) ?? 0;
    const wanted = choose(...line.map(triesOf));
    const equals = line.filter((each) => triesOf(each) === wanted);
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
  for (const each of line.filter(({ endsAt }) => endsAt <= now)) {
    line.splice(line.indexOf(each), 1);
    refuse(each);
  }
}

function refuse({ refuse, gapSeconds }: Waiting): void {
  refuse(tryAgainLater('Many passwords are being tried for this account from here', gapSeconds));
}
