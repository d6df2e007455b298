import type { ChangeEvent } from '../events/change-event.js';
import type { ReadSnapshot, Snapshot } from '../events/snapshot.js';
import type { SessionQuery } from './session-status.js';

/** Changes since a subscription was last read, merged. */
export interface PendingEvents {
  /** Ids of changed jobs. */
  jobs: ReadonlySet<string>;
  /** Change events may have been missed: everything must be read to find what is new. */
  mayHaveMissed: boolean;
}

/** Subject of a subscription. */
export interface SubscriptionTopic<C = unknown> extends SessionQuery {
  /** Each reading covers the whole topic, so events that the last reading already included are dropped. */
  readsEverything: boolean;
  /** The first reading is sent too, so that a caller who connects again has missed nothing. */
  sendsFirst?: boolean;
  /** Time between two readings, in which changes are gathered. */
  restMs?: number;
  /** Returns the ids of the jobs in an event that concern the topic. */
  concerns(event: ChangeEvent): string[];
  /** Returns whether the topic must be read again after this change of access. */
  rereadsAfter?(event: ChangeEvent): boolean;
  /** Reads the updates to send through a new context; null ends the subscription. */
  updates(context: C, pending: PendingEvents): Promise<TopicUpdate[] | null>;
}

/** One result to send. */
export interface TopicUpdate {
  /** Root value of the execution. */
  root: unknown;
  /** Whether to send it even if the result is the same as the last one. */
  isNew: boolean;
}

/** Past this number the queue no longer lists jobs but rereads everything, which bounds its memory. */
const MAX_JOBS = 200;

/** Queue of one open subscription. Events are merged, so a slow reader gets the newest state and not a backlog. */
export class SubscriptionQueue<C = unknown> implements AsyncIterable<PendingEvents> {
  #jobs = new Set<string>();
  #mayHaveMissed = false;
  #wake: (() => void) | undefined;
  #ended = false;
  #isFinishing = false;
  #isWaiting = false;
  #finished: (() => void) | undefined;
  #seen: Snapshot | undefined;
  #transactions: bigint[] = [];
  /** No reading before this moment. */
  #restsUntil = 0;
  /** Whether the first reading is done; later changes are sent. */
  isReady = false;
  /** Version of the client's page at the last check. */
  version: string | undefined;

  constructor(
    readonly topic: SubscriptionTopic<C>,
    private readonly readSnapshot: ReadSnapshot,
    private readonly onEnd: (queue: SubscriptionQueue<C>) => void,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  /** Adds a change, unless the last reading already included it. */
  add(jobs: string[], transaction: bigint): void {
    if (jobs.length === 0 || this.#wasSeen(transaction)) return;
    if (this.#transactions.length < MAX_JOBS) this.#transactions.push(transaction);
    for (const each of jobs) this.#jobs.add(each);
    if (this.#jobs.size > MAX_JOBS) {
      this.#jobs.clear();
      this.#mayHaveMissed = true;
    }
    this.#wake?.();
  }

  /** To be called before each reading: drops pending events that it will include. */
  async beforeReading(): Promise<void> {
    this.#seen = await this.readSnapshot();
    const isAllKnown = this.#transactions.length < MAX_JOBS;
    if (!isAllKnown || !this.#transactions.every((each) => this.#wasSeen(each))) return;
    this.#jobs = new Set();
    this.#transactions = [];
  }

  #wasSeen(transaction: bigint): boolean {
    return this.topic.readsEverything && (this.#seen?.has(transaction) ?? false);
  }

  /** Requests a reading of the whole topic. */
  reread(): void {
    this.#mayHaveMissed = true;
    this.#wake?.();
  }

  /** Stops further readings. Resolves when the current one has been sent; the queue stays open. */
  finish(): Promise<void> {
    this.#isFinishing = true;
    if (this.#isWaiting || this.#ended) return Promise.resolve();
    return new Promise((resolve) => {
      this.#finished = resolve;
    });
  }

  /** Ends the subscription. Nothing is sent after this, not even a reading in progress. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#finished?.();
    this.onEnd(this);
    this.#wake?.();
  }

  /** Waits for changes and returns them; null when the subscription has ended. */
  async next(): Promise<PendingEvents | null> {
    this.#restsUntil = performance.now() + (this.topic.restMs ?? 0);
    while (!this.#ended && !(this.#hasPending() && this.#restLeft() === 0)) {
      this.#isWaiting = true;
      this.#finished?.();
      await this.#woken();
      this.#isWaiting = false;
    }
    if (this.#ended) return null;
    const pending = { jobs: this.#jobs, mayHaveMissed: this.#mayHaveMissed };
    this.#jobs = new Set();
    this.#transactions = [];
    this.#mayHaveMissed = false;
    return pending;
  }

  /** Waits for a change, or the end of the rest. */
  async #woken(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#hasPending()) timer = setTimeout(resolve, this.#restLeft()).unref();
    });
    clearTimeout(timer);
  }

  #restLeft(): number {
    return Math.max(0, Math.ceil(this.#restsUntil - performance.now()));
  }

  #hasPending(): boolean {
    return !this.#isFinishing && (this.#jobs.size > 0 || this.#mayHaveMissed);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<PendingEvents> {
    try {
      for (let pending = await this.next(); pending; pending = await this.next()) yield pending;
    } finally {
      this.end();
    }
  }
}
