import type { Refusal } from '../../visibility/refusals.js';

export interface QueueLimits {
  /** How much runs at the same time. */
  atOnce: number;
  maxWaiting: number;
  /** How much of one owner (a person, a network) may wait, so that nobody fills the queue alone. */
  maxWaitingOfOne: number;
  /** What an owner is answered for whom there is no room. */
  refusal: () => Refusal;
}

interface Waiting {
  owner: string;
  start(): void;
}

/** Runs expensive work a few at a time, in the order of arrival, and refuses what it has no room for. */
export class BoundedQueue {
  #running = 0;
  readonly #waiting: Waiting[] = [];

  constructor(private readonly limits: QueueLimits) {}

  /** Runs the work when its turn comes; throws the queue's refusal at once when there is no room. */
  async run<T>(owner: string, work: () => Promise<T>): Promise<T> {
    await this.#turnOf(owner);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.start();
    }
  }

  #turnOf(owner: string): Promise<void> | undefined {
    const { atOnce, maxWaiting, maxWaitingOfOne, refusal } = this.limits;
    if (this.#running < atOnce) {
      this.#running += 1;
      return undefined;
    }
    const ofThisOne = this.#waiting.filter((each) => each.owner === owner).length;
    if (this.#waiting.length >= maxWaiting || ofThisOne >= maxWaitingOfOne) throw refusal();
    return new Promise((resolve) => {
      const start = () => {
        this.#running += 1;
        resolve();
      };
      this.#waiting.push({ owner, start });
    });
  }
}
