import { setTimeout } from 'node:timers/promises';
import { GuessLine } from './guess-line.js';
import { type CountStore, SharedCount } from './shared-count.js';

const TEN_MINUTES_SECONDS = 600;
const THIRTY_DAYS_SECONDS = 30 * 24 * 3600;
/** Past the free guesses of an account from one place, one guess in each gap is looked at. */
const FIRST_GAP_SECONDS = 1;
const MAX_GAP_SECONDS = 2;
/** An account, or a place, may have so many times the wrong guesses of both together. */
const MANY = 5;
const DELAY_MS = 1_000;

export interface Guess {
  /** The address that somebody signs in with, in its normal form. */
  account: string;
  /** The network that it comes from, or the session of somebody signed in, which no stranger can use up. */
  place: string;
  password: string;
}

/**
 * Slows whoever guesses passwords, and locks nobody out:
 *
 * 1. A guess counts before the password is looked at, for its account from its place, for the account
 *    and for the place; the right password takes that back.
 * 2. Past the free guesses of an account from a place, each waits in a short line (`guess-line.ts`); one
 *    every 1 to 2 seconds is looked at. The line favours a password that is tried again and again.
 * 3. Past five times that for an account, or for a place, each guess waits a second first.
 * 4. Who signed in from this place in the last thirty days does not wait for what others did (3).
 * 5. So nobody's guesses refuse another account, nor the same account from another place.
 */
export class PasswordGuesses {
  readonly #together: SharedCount;
  readonly #line: GuessLine;
  readonly #account: SharedCount;
  readonly #network: SharedCount;
  readonly #known: SharedCount;

  constructor(
    store: CountStore,
    private readonly free: number,
  ) {
    const count = (name: string, max: number, seconds: number) =>
      new SharedCount(store, { name, max, seconds });
    // Never over: how many there were is looked at here.
    this.#together = count('guess', Number.MAX_SAFE_INTEGER, TEN_MINUTES_SECONDS);
    this.#line = new GuessLine(count('guess-gap', 1, FIRST_GAP_SECONDS));
    this.#account = count('guess-account', free * MANY, TEN_MINUTES_SECONDS);
    this.#network = count('guess-network', free * MANY, TEN_MINUTES_SECONDS);
    this.#known = count('guess-known', Number.MAX_SAFE_INTEGER, THIRTY_DAYS_SECONDS);
  }

  /**
   * Counts a guess, and waits where it has to. Answers whom the work that follows belongs to: somebody known
   * here stands apart from the rest of their network. Throws RATE_LIMITED when too many wait.
   */
  async begin(guess: Guess): Promise<string> {
    const { account, place } = guess;
    const together = keyOf(guess);
    await this.#keepApart(together, guess.password);
    const [ofAccount, ofPlace, isKnown] = await Promise.all([
      this.#account.add(account),
      this.#network.add(place),
      this.#known.has(together),
    ]);
    if ((ofAccount.isOver || ofPlace.isOver) && !isKnown) await setTimeout(DELAY_MS);
    return isKnown ? together : place;
  }

  /** The password was right: what was counted for it is given back. Wrong guesses of others stay counted. */
  async wasRight(guess: Guess): Promise<void> {
    const { account, place, password } = guess;
    const together = keyOf(guess);
    this.#line.forget(together, password);
    await Promise.all([
      this.#together.takeBack(together),
      this.#account.takeBack(account),
      this.#network.takeBack(place),
      this.#known.forget(together).then(() => this.#known.add(together)),
    ]);
  }

  async #keepApart(together: string, password: string): Promise<void> {
    const { points } = await this.#together.add(together);
    if (points < this.free) return;
    const gap = points < 2 * this.free ? FIRST_GAP_SECONDS : MAX_GAP_SECONDS;
    try {
      await this.#line.turn(together, password, gap);
    } catch (error) {
      // Nobody looked at this guess, so it makes the next gap no longer.
      await this.#together.takeBack(together);
      throw error;
    }
  }
}

function keyOf({ account, place }: Guess): string {
  return `${account} ${place}`;
}
