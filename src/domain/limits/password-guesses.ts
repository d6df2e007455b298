import { setTimeout } from 'node:timers/promises';
import { networkOf } from '../enquiries/sender.js';
import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const TEN_MINUTES_SECONDS = 600;
const THIRTY_DAYS_SECONDS = 30 * 24 * 3600;
/** Past the free guesses of an account from a network, the next one waits this long, doubling. */
const FIRST_GAP_SECONDS = 5;
const MAX_GAP_SECONDS = 30;
/** An account, or a network, may have so many times the wrong guesses of both together. */
const MANY = 5;
const DELAY_MS = 1_000;

export interface Guess {
  /** The address that somebody signs in with, in its normal form. */
  account: string;
  /** The network address that they come from. */
  address: string;
}

/**
 * Slows whoever guesses passwords, and locks nobody out:
 *
 * 1. A guess counts before the password is looked at, for its account from its network, for the account
 *    and for the network; the right password takes that back.
 * 2. Past the free guesses of an account from a network, one guess each 5 to 30 seconds is looked at and the
 *    others are refused at once, with when to try again.
 * 3. Past five times that for an account, or for a network, each guess waits a second first.
 * 4. Who signed in from this network in the last thirty days does not wait for what others did (3).
 * 5. So nobody's guesses refuse another account, nor the same account from another network.
 */
export class PasswordGuesses {
  readonly #together: SharedCount;
  readonly #gap: SharedCount;
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
    this.#gap = count('guess-gap', 1, FIRST_GAP_SECONDS);
    this.#account = count('guess-account', free * MANY, TEN_MINUTES_SECONDS);
    this.#network = count('guess-network', free * MANY, TEN_MINUTES_SECONDS);
    this.#known = count('guess-known', Number.MAX_SAFE_INTEGER, THIRTY_DAYS_SECONDS);
  }

  /**
   * Counts a guess, and waits where it has to. Answers whom the work that follows belongs to: somebody known
   * here stands apart from the rest of their network. Throws RATE_LIMITED when it comes too soon.
   */
  async begin(guess: Guess): Promise<string> {
    const { account, address } = guess;
    const network = networkOf(address);
    const together = keyOf(guess);
    await this.#keepApart(together);
    const [ofAccount, ofNetwork, isKnown] = await Promise.all([
      this.#account.add(account),
      this.#network.add(network),
      this.#known.has(together),
    ]);
    if ((ofAccount.isOver || ofNetwork.isOver) && !isKnown) await setTimeout(DELAY_MS);
    return isKnown ? together : network;
  }

  /** The password was right: what was counted for it is given back. */
  async wasRight(guess: Guess): Promise<void> {
    const { account, address } = guess;
    const together = keyOf(guess);
    await Promise.all([
      this.#together.forget(together),
      this.#gap.forget(together),
      this.#account.takeBack(account),
      this.#network.takeBack(networkOf(address)),
      this.#known.forget(together).then(() => this.#known.add(together)),
    ]);
  }

  async #keepApart(together: string): Promise<void> {
    const { points } = await this.#together.add(together);
    if (points < this.free) return;
    const gap = Math.min(MAX_GAP_SECONDS, FIRST_GAP_SECONDS * 2 ** (points - this.free));
    const { isOver, retryAfterSeconds } = await this.#gap.add(together, 1, gap);
    if (!isOver) return;
    // Nobody looked at this guess, so it makes the next wait no longer.
    await this.#together.takeBack(together);
    throw tryAgainLater('Too many wrong passwords from here', retryAfterSeconds);
  }
}

function keyOf({ account, address }: Guess): string {
  return `${account} ${networkOf(address)}`;
}
