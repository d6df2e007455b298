import type { Refusal } from '../../visibility/refusals.js';

export interface QueueLimits {
  /** Tasks that run at the same time. */
  maxRunning: number;
  maxWaiting: number;
  /** Waiting tasks of one owner (a person, a network), so that nobody fills the queue alone. */
  maxWaitingPerOwner: number;
  /** Creates the error for a task that does not fit. */
  refusal: () => Refusal;
}

interface Waiting {
  owner: string | null;
  start(): void;
}

/** First-in, first-out queue for expensive work with bounded concurrency and length. */
export class BoundedQueue {
  #running = 0;
  readonly #waiting: Waiting[] = [];

  constructor(private readonly limits: QueueLimits) {}

  /**
   * Runs the work once there is capacity; throws the queue's refusal at once when the queue is full. Work of the server
   * itself, whose amount is bounded by who asks for it, has no owner and is never refused.
   */
  async run<T>(owner: string | null, work: () => Promise<T>): Promise<T> {
    await this.#turnOf(owner);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.start();
    }
  }

  #turnOf(owner: string | null): Promise<void> | undefined {
    const { maxRunning, maxWaiting, maxWaitingPerOwner, refusal } = this.limits;
    if (this.#running < maxRunning) {
      this.#running += 1;
      return undefined;
    }
    const waitingOfOwner = this.#waiting.filter((waiting) => waiting.owner === owner).length;
    const isFull = this.#waiting.length >= maxWaiting || waitingOfOwner >= maxWaitingPerOwner;
    if (owner !== null && isFull) throw refusal();
    return new Promise((resolve) => {
      const start = () => {
        this.#running += 1;
        resolve();
      };
      this.#waiting.push({ owner, start });
    });
  }
}
