import { networkOf } from '../enquiries/public-form/sender.js';
import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const HOUR_SECONDS = 3_600;
const MAX_WRONG_LINKS = 30;
const MAX_REQUESTS_OF_NETWORK = 10;
const MAX_REQUESTS_OF_ADDRESS = 3;

/** Rate limits on set-up links that do not work, and on requests for one, per hour. */
export class Setups {
  readonly #wrongLinks: SharedCount;
  readonly #ofNetwork: SharedCount;
  readonly #ofAddress: SharedCount;

  constructor(store: CountStore) {
    const count = (name: string, max: number) =>
      new SharedCount(store, { name, max, seconds: HOUR_SECONDS });
    this.#wrongLinks = count('setup-links', MAX_WRONG_LINKS);
    this.#ofNetwork = count('registrations', MAX_REQUESTS_OF_NETWORK);
    this.#ofAddress = count('registration-address', MAX_REQUESTS_OF_ADDRESS);
  }

  /** Counts a link that does not work. Throws RATE_LIMITED when there were many; a link that works is never counted. */
  async addWrongLink(address: string): Promise<void> {
    const { isExceeded, retryAfterSeconds } = await this.#wrongLinks.add(networkOf(address));
    if (isExceeded) throw tryAgainLater('Too many links that do not work', retryAfterSeconds);
  }

  /**
   * Counts a request for a link. Throws RATE_LIMITED for a network that asks too often. Returns whether the address may
   * get another mail, which the caller must not learn.
   */
  async addRequest(address: string, email: string): Promise<boolean> {
    const [network, recipient] = await Promise.all([
      this.#ofNetwork.add(networkOf(address)),
      this.#ofAddress.add(email),
    ]);
    if (network.isExceeded)
      throw tryAgainLater('Too many links were asked for from here', network.retryAfterSeconds);
    return !recipient.isExceeded;
  }
}
