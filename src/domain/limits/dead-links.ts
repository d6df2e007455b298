import { networkOf } from '../enquiries/public-form/sender.js';
import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const TEN_MINUTES_SECONDS = 600;
const HOUR_SECONDS = 3600;
const MAX_CODES_OF_NETWORK = 20;
const MAX_REQUESTS_OF_NETWORK = 20;

/**
 * Limits what a client does whose link does not open: wrong short codes, by network in ten minutes, and requests for a
 * new link, by network and hour. No limit is on all networks together, which a stranger could use up for every client.
 * Methods throw RATE_LIMITED.
 */
export class DeadLinks {
  readonly #codes: SharedCount;
  readonly #requests: SharedCount;

  constructor(store: CountStore) {
    const count = (name: string, max: number, seconds: number) =>
      new SharedCount(store, { name, max, seconds });
    this.#codes = count('portal-codes', MAX_CODES_OF_NETWORK, TEN_MINUTES_SECONDS);
    this.#requests = count('new-links', MAX_REQUESTS_OF_NETWORK, HOUR_SECONDS);
  }

  /** Counts a code, runs the work that looks it up, and undoes the count if the work succeeds. */
  async counted<T>(address: string, work: () => Promise<T>): Promise<T> {
    const network = networkOf(address);
    await add(this.#codes, network, 'Too many wrong codes were entered from here');
    const result = await work();
    await this.#codes.takeBack(network);
    return result;
  }

  async addRequest(address: string): Promise<void> {
    await add(this.#requests, networkOf(address), 'New links were asked for many times from here');
  }
}

async function add(count: SharedCount, key: string, tooMuch: string): Promise<void> {
  const { isExceeded, retryAfterSeconds } = await count.add(key);
  if (isExceeded) throw tryAgainLater(tooMuch, retryAfterSeconds);
}
