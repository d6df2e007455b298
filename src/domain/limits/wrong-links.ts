import { networkOf } from '../enquiries/public-form/sender.js';
import { type CountStore, SharedCount } from './shared-count.js';

const TEN_MINUTES_SECONDS = 600;

/** Limit on invalid portal links per network. A valid link is never counted and never refused. */
export class WrongLinks {
  readonly #count: SharedCount;

  constructor(store: CountStore, max: number) {
    this.#count = new SharedCount(store, { name: 'links', max, seconds: TEN_MINUTES_SECONDS });
  }

  /** Counts an invalid link; returns whether the limit is exceeded. */
  async areTooMany(address: string): Promise<boolean> {
    return (await this.#count.add(networkOf(address))).isExceeded;
  }
}
