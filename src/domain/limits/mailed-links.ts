import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const HOUR_SECONDS = 3600;
const MAX_TO_ADDRESS = 5;
const MAX_FROM_NETWORK = 30;
const MAX_OF_BUSINESS = 100;

/**
 * Limits mails with links to staff (invitations, password resets, changes of address): per hour by recipient, and by the
 * network or business that asks. Addresses are counted whether or not anybody signs in with them. Methods throw
 * RATE_LIMITED with `retryAfterSeconds` for the network or the business.
 */
export class MailedLinks {
  readonly #resets: SharedCount;
  readonly #networks: SharedCount;
  readonly #invitations: SharedCount;
  readonly #businesses: SharedCount;

  constructor(store: CountStore) {
    const count = (name: string, max: number) =>
      new SharedCount(store, { name, max, seconds: HOUR_SECONDS });
    this.#resets = count('reset', MAX_TO_ADDRESS);
    this.#networks = count('reset-network', MAX_FROM_NETWORK);
    this.#invitations = count('invitation', MAX_TO_ADDRESS);
    this.#businesses = count('invitation-business', MAX_OF_BUSINESS);
  }

  /**
   * Returns whether a mail may go to this address. Somebody else may have used up its limit, so that refusing it would
   * tell the owner of the address nothing true.
   */
  async addReset(email: string, network: string): Promise<boolean> {
    await add(this.#networks, network, 'Too many links were asked for from here');
    return !(await this.#resets.add(email)).isExceeded;
  }

  /** Counts an invitation, or a link to confirm an address; what other businesses send to it does not count. */
  async addOfBusiness(email: string, businessId: string): Promise<void> {
    await add(this.#businesses, businessId, 'Your business has sent many links to staff');
    const tooMuch = 'Links were sent to this address several times';
    await add(this.#invitations, `${businessId} ${email}`, tooMuch);
  }
}

async function add(count: SharedCount, key: string, tooMuch: string): Promise<void> {
  const { isExceeded, retryAfterSeconds } = await count.add(key);
  if (isExceeded) throw tryAgainLater(tooMuch, retryAfterSeconds);
}
