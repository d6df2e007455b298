import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const TEN_MINUTES_SECONDS = 600;
const DAY_SECONDS = 86_400;
const MAX_PER_TEN_MINUTES = 10;
/** 60 codes a day, three of a million right at a time: one hit in about 15 years of guessing. */
const MAX_PER_DAY = 60;

/**
 * Limits wrong second-factor codes of one person, from all networks together: six digits can be guessed, a password
 * cannot. Only who knows the password gets so far, so a stranger cannot exhaust the limit.
 */
export class CodeGuesses {
  readonly #recent: SharedCount;
  readonly #daily: SharedCount;

  constructor(store: CountStore) {
    this.#recent = new SharedCount(store, {
      name: 'code',
      max: MAX_PER_TEN_MINUTES,
      seconds: TEN_MINUTES_SECONDS,
    });
    this.#daily = new SharedCount(store, {
      name: 'code-day',
      max: MAX_PER_DAY,
      seconds: DAY_SECONDS,
    });
  }

  /** Counts a code, runs the work that checks it, and undoes the count if the work succeeds. Throws RATE_LIMITED. */
  async counted<T>(staffId: string, work: () => Promise<T>): Promise<T> {
    for (const count of [this.#recent, this.#daily]) {
      const { isExceeded, retryAfterSeconds } = await count.add(staffId);
      if (isExceeded) throw tryAgainLater('Too many wrong codes were entered', retryAfterSeconds);
    }
    const result = await work();
    await Promise.all([this.#recent.takeBack(staffId), this.#daily.takeBack(staffId)]);
    return result;
  }
}
