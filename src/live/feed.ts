import type { Notice } from './notice.js';
import type { AskSnapshot, Snapshot } from './snapshot.js';
import type { Asked } from './standing.js';

/** What an open subscription has heard since it last looked. Only that matters, not how often. */
export interface Heard {
  /** Jobs that a notice named. */
  jobs: ReadonlySet<string>;
  /** Notices may have been missed: what is new must be found by looking. */
  mayHaveMissed: boolean;
}

/** What one kind of subscription is about. */
export interface Subject<C = unknown> extends Asked {
  /** Each reading has all that it is about, so it need not hear of what a reading already had. */
  readsAllAtOnce: boolean;
  /** The jobs of a notice that matter to it. */
  concerns(notice: Notice): string[];
  /** Whether this change of standing means that it has to look for itself. */
  looksAgainAfter?(notice: Notice): boolean;
  /** What there is to send, read through a fresh context; null when nothing more ever will be. */
  news(context: C, heard: Heard): Promise<News[] | null>;
}

/** One thing to send: the root of its answer, and whether it is new even if it reads as before. */
export interface News {
  root: unknown;
  isNew: boolean;
}

// Past this many jobs a feed no longer lists them but looks for itself, so what it holds stays small.
const MOST_JOBS = 200;

/**
 * The mailbox of one open subscription. However much happens before it is emptied, it holds one
 * `Heard`; whoever reads slowly gets the newest state and not a backlog.
 */
export class Feed<C = unknown> implements AsyncIterable<Heard> {
  #jobs = new Set<string>();
  #mayHaveMissed = false;
  #wake: (() => void) | undefined;
  #ended = false;
  #isFinishing = false;
  #isWaiting = false;
  #finished: (() => void) | undefined;
  #seen: Snapshot | undefined;
  #transactions: bigint[] = [];
  /** It has had its first reading, so that whatever is new from now on is told. */
  isReady = false;
  /** The version that its client was last known to see. */
  version: number | undefined;

  constructor(
    readonly subject: Subject<C>,
    private readonly askSnapshot: AskSnapshot,
    private readonly onEnd: (feed: Feed<C>) => void,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  /** Takes note of a change, unless what was last read had it already. */
  hear(jobs: string[], transaction: bigint): void {
    if (jobs.length === 0 || this.#wasSeen(transaction)) return;
    if (this.#transactions.length < MOST_JOBS) this.#transactions.push(transaction);
    for (const each of jobs) this.#jobs.add(each);
    if (this.#jobs.size > MOST_JOBS) {
      this.#jobs.clear();
      this.#mayHaveMissed = true;
    }
    this.#wake?.();
  }

  /** To be called before each reading: what it will have need not be told once more. */
  async beforeReading(): Promise<void> {
    this.#seen = await this.askSnapshot();
    const isAllKnown = this.#transactions.length < MOST_JOBS;
    if (!isAllKnown || !this.#transactions.every((each) => this.#wasSeen(each))) return;
    this.#jobs = new Set();
    this.#transactions = [];
  }

  #wasSeen(transaction: bigint): boolean {
    return this.subject.readsAllAtOnce && (this.#seen?.has(transaction) ?? false);
  }

  lookAgain(): void {
    this.#mayHaveMissed = true;
    this.#wake?.();
  }

  /** Nothing further is read. Resolves once what was being read has been sent; the feed stays open. */
  finish(): Promise<void> {
    this.#isFinishing = true;
    if (this.#isWaiting || this.#ended) return Promise.resolve();
    return new Promise((resolve) => {
      this.#finished = resolve;
    });
  }

  /** Nothing is sent after this, not even what was being read. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#finished?.();
    this.onEnd(this);
    this.#wake?.();
  }

  /** What was heard since the last call, as soon as there is something; null once it has ended. */
  async next(): Promise<Heard | null> {
    while (!this.#ended && !this.#hasNews()) {
      this.#isWaiting = true;
      this.#finished?.();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#isWaiting = false;
    }
    if (this.#ended) return null;
    const heard = { jobs: this.#jobs, mayHaveMissed: this.#mayHaveMissed };
    this.#jobs = new Set();
    this.#transactions = [];
    this.#mayHaveMissed = false;
    return heard;
  }

  #hasNews(): boolean {
    return !this.#isFinishing && (this.#jobs.size > 0 || this.#mayHaveMissed);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Heard> {
    try {
      for (let heard = await this.next(); heard; heard = await this.next()) yield heard;
    } finally {
      this.end();
    }
  }
}
