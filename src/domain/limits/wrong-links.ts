import { networkOf } from '../enquiries/sender.js';
import { type CountStore, SharedCount } from './shared-count.js';

const TEN_MINUTES_SECONDS = 600;

/** Portal links that did not open, by network. A link that opens is never counted and always opens. */
export class WrongLinks {
  readonly #count: SharedCount;

  constructor(store: CountStore, max: number) {
    this.#count = new SharedCount(store, { name: 'links', max, seconds: TEN_MINUTES_SECONDS });
  }

  /** Counts one more; true when there were too many already. */
  async areTooMany(address: string): Promise<boolean> {
    return (await this.#count.add(networkOf(address))).isOver;
  }
}
