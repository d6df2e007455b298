import { setTimeout } from 'node:timers/promises';
import { GuessLine } from './guess-line.js';
import { type CountStore, SharedCount } from './shared-count.js';

const TEN_MINUTES_SECONDS = 600;
const THIRTY_DAYS_SECONDS = 30 * 24 * 3600;
/** Past the free guesses of an account from one place, one guess per gap is checked. */
const FIRST_GAP_SECONDS = 1;
const MAX_GAP_SECONDS = 2;
/** An account, or a place, is allowed this many times the wrong guesses of an account from a place. */
const WIDE_LIMIT_FACTOR = 5;
const DELAY_MS = 1_000;

export interface Guess {
  /** Normalized email address of the account. */
  account: string;
  /** Network of the caller, or the session of a signed-in person, which no stranger can exhaust. */
  place: string;
  password: string;
}

/**
 * Slows password guessing without locking anyone out:
 *
 * 1. A guess is counted before the password is checked: for the account from its place, for the account
 *    and for the place. The right password undoes the count.
 * 2. Past the free guesses of an account from a place, guesses wait in a short queue (`guess-line.ts`); one
 *    every 1 to 2 seconds is checked. The queue prefers a password that is retried.
 * 3. Past five times that for an account or a place, each guess is first delayed by 1 s.
 * 4. An account that signed in from this place in the last 30 days is exempt from the delay of step 3.
 * 5. So guesses never lock another account, nor the same account from another place.
 */
export class PasswordGuesses {
  readonly #pair: SharedCount;
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
    // No maximum of its own: `begin` compares the count with `free`.
    this.#pair = count('guess', Number.MAX_SAFE_INTEGER, TEN_MINUTES_SECONDS);
    this.#line = new GuessLine(count('guess-gap', 1, FIRST_GAP_SECONDS));
    this.#account = count('guess-account', free * WIDE_LIMIT_FACTOR, TEN_MINUTES_SECONDS);
    this.#network = count('guess-network', free * WIDE_LIMIT_FACTOR, TEN_MINUTES_SECONDS);
    this.#known = count('guess-known', Number.MAX_SAFE_INTEGER, THIRTY_DAYS_SECONDS);
  }

  /**
   * Counts a guess and delays it as needed. Returns the owner for the argon2 queue: an account known here has
   * its own share, others share that of their network. Throws RATE_LIMITED when too many guesses wait.
   */
  async begin(guess: Guess): Promise<string> {
    const { account, place } = guess;
    const pair = accountAtPlace(guess);
    await this.#waitForTurn(pair, guess.password);
    const [ofAccount, ofPlace, isKnown] = await Promise.all([
      this.#account.add(account),
      this.#network.add(place),
      this.#known.has(pair),
    ]);
    if ((ofAccount.isExceeded || ofPlace.isExceeded) && !isKnown) await setTimeout(DELAY_MS);
    return isKnown ? pair : place;
  }

  /** Undoes the count of a guess whose password was right. Wrong guesses stay counted. */
  async wasRight(guess: Guess): Promise<void> {
    const { account, place, password } = guess;
    const pair = accountAtPlace(guess);
    this.#line.forget(pair, password);
    await Promise.all([
      this.#pair.takeBack(pair),
      this.#account.takeBack(account),
      this.#network.takeBack(place),
      this.#known.forget(pair).then(() => this.#known.add(pair)),
    ]);
  }

  async #waitForTurn(pair: string, password: string): Promise<void> {
    const { points } = await this.#pair.add(pair);
    if (points < this.free) return;
    const gap = points < 2 * this.free ? FIRST_GAP_SECONDS : MAX_GAP_SECONDS;
    try {
      await this.#line.turn(pair, password, gap);
    } catch (error) {
      // The guess was not checked, so it must not lengthen the next gap.
      await this.#pair.takeBack(pair);
      throw error;
    }
  }
}

function accountAtPlace({ account, place }: Guess): string {
  return `${account} ${place}`;
}
