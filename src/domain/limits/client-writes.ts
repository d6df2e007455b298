import type { PortalPass } from '../../visibility/principal.js';
import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

/** A person with an open page writes a few times a minute: answers, messages, and what was read. */
const MAX_WRITES = 120;
const TEN_MINUTES_SECONDS = 600;

/** Every write of a client, whatever it does, counted by client: all its links and jobs together. */
export class ClientWrites {
  readonly #count: SharedCount;

  constructor(store: CountStore) {
    this.#count = new SharedCount(store, {
      name: 'client-writes',
      max: MAX_WRITES,
      seconds: TEN_MINUTES_SECONDS,
    });
  }

  /** Counts one more; throws RATE_LIMITED, before anything is begun, when there were too many. */
  async add({ clientId }: PortalPass): Promise<void> {
    const { isOver, retryAfterSeconds } = await this.#count.add(clientId);
    if (isOver) throw tryAgainLater('This page has changed too much lately', retryAfterSeconds);
  }
}
