import { networkOf } from '../enquiries/public-form/sender.js';
import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const TEN_MINUTES_SECONDS = 600;

/** Limit on the pictures of visitors per network, whether or not their enquiries are received. */
export class SentPictures {
  readonly #count: SharedCount;

  constructor(store: CountStore, max: number) {
    this.#count = new SharedCount(store, { name: 'pictures', max, seconds: TEN_MINUTES_SECONDS });
  }

  /** Counts pictures before they are decoded. Throws RATE_LIMITED. */
  async add(address: string, pictures: number): Promise<void> {
    const { isExceeded, retryAfterSeconds } = await this.#count.add(networkOf(address), pictures);
    if (isExceeded) throw tryAgainLater('Too many pictures from here', retryAfterSeconds);
  }
}
