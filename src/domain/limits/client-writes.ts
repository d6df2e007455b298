import type { PortalLinkIds } from '../../visibility/principal.js';
import { MAX_MESSAGE_LENGTH } from '../messages/message.entity.js';
import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const TEN_MINUTES_SECONDS = 600;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** Writes other than messages per 10 minutes: an open page marks messages as read a few times a minute. */
const MAX_OTHER_WRITES = 90;
/** Daily bytes for each message allowed per hour: 180,000 with the default of 30 messages. */
const MESSAGE_BYTES_PER_DAY = 6_000;
/** Change requests are rarer than messages: one is allowed for this many messages. */
const MESSAGES_PER_CHANGE_REQUEST = 3;

/**
 * Rate limits on the writes of a client, across all of its links and jobs and all servers. Checked before the
 * transaction begins. Each method throws RATE_LIMITED with `retryAfterSeconds`.
 */
export class ClientWrites {
  readonly #writes: SharedCount;
  readonly #messages: SharedCount;
  readonly #messageBytes: SharedCount;
  readonly #changeRequests: SharedCount;

  constructor(store: CountStore, messagesPerHour: number) {
    const count = (name: string, max: number, seconds: number) =>
      new SharedCount(store, { name, max, seconds });
    this.#writes = count('writes', MAX_OTHER_WRITES + messagesPerHour, TEN_MINUTES_SECONDS);
    this.#messages = count('messages', messagesPerHour, HOUR_SECONDS);
    this.#messageBytes = count(
      'message-bytes',
      messagesPerHour * MESSAGE_BYTES_PER_DAY,
      DAY_SECONDS,
    );
    this.#changeRequests = count(
      'changes',
      Math.ceil(messagesPerHour / MESSAGES_PER_CHANGE_REQUEST),
      HOUR_SECONDS,
    );
  }

  /** Counts a write of any kind. */
  async add({ clientId }: PortalLinkIds): Promise<void> {
    await refuseTooMany(this.#writes, clientId, 1, 'You have changed too much in a short time');
  }

  async addMessage({ clientId }: PortalLinkIds, body: string): Promise<void> {
    // Too long: its own bound refuses it.
    if (body.length > MAX_MESSAGE_LENGTH) return;
    await refuseTooMany(this.#messages, clientId, 1, 'You have sent many messages');
    const bytes = Buffer.byteLength(body);
    await refuseTooMany(this.#messageBytes, clientId, bytes, 'You have written a lot today');
  }

  async addChangeRequest({ clientId }: PortalLinkIds): Promise<void> {
    const tooMuch = 'You have asked for changes many times';
    await refuseTooMany(this.#changeRequests, clientId, 1, tooMuch);
  }
}

async function refuseTooMany(
  count: SharedCount,
  clientId: string,
  points: number,
  tooMuch: string,
): Promise<void> {
  const { isExceeded, retryAfterSeconds } = await count.add(clientId, points);
  if (isExceeded) throw tryAgainLater(tooMuch, retryAfterSeconds);
}
