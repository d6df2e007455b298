import type { PortalPass } from '../../visibility/principal.js';
import { MESSAGE_LENGTH } from '../messages/message.entity.js';
import { type CountStore, SharedCount } from './shared-count.js';
import { tryAgainLater } from './try-again.js';

const TEN_MINUTES_SECONDS = 600;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** Besides messages, a person with an open page writes a few times a minute: answers, and what was read. */
const MAX_OTHER_WRITES = 90;
/** For each message that may be sent in an hour: 180,000 bytes a day with the usual 30 messages. */
const MESSAGE_BYTES_A_DAY = 6_000;
/** Nobody asks for changes as often as they write. */
const MESSAGES_FOR_A_CHANGE_REQUEST = 3;

/**
 * What clients write, counted by client: all its links and jobs together, on all servers. A write that
 * is refused here has begun nothing. Each method throws RATE_LIMITED with when to try again.
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
    this.#messageBytes = count('message-bytes', messagesPerHour * MESSAGE_BYTES_A_DAY, DAY_SECONDS);
    this.#changeRequests = count(
      'changes',
      Math.ceil(messagesPerHour / MESSAGES_FOR_A_CHANGE_REQUEST),
      HOUR_SECONDS,
    );
  }

  /** Counts a write, whatever it does. */
  async add({ clientId }: PortalPass): Promise<void> {
    await refuseTooMany(this.#writes, clientId, 1, 'You have changed too much in a short time');
  }

  async addMessage({ clientId }: PortalPass, body: string): Promise<void> {
    // Refused for its length in a moment.
    if (body.length > MESSAGE_LENGTH) return;
    await refuseTooMany(this.#messages, clientId, 1, 'You have sent many messages');
    const bytes = Buffer.byteLength(body);
    await refuseTooMany(this.#messageBytes, clientId, bytes, 'You have written a lot today');
  }

  async addChangeRequest({ clientId }: PortalPass): Promise<void> {
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
  const { isOver, retryAfterSeconds } = await count.add(clientId, points);
  if (isOver) throw tryAgainLater(tooMuch, retryAfterSeconds);
}
