import { setTimeout as after } from 'node:timers/promises';
import { may } from '../domain/staff/capabilities.js';
import { Feed, type Subject } from './feed.js';
import { Listener } from './listener.js';
import type { Notice, Notification } from './notice.js';
import { Rounds } from './rounds.js';
import type { AskSnapshot } from './snapshot.js';
import type { AskStandings, Standing } from './standing.js';
import type { WhoHears } from './who-hears.js';

const FINISH_LIMIT_MS = 2_000;

export interface LiveLog {
  warn(details: object, message: string): void;
}

interface LiveParts {
  databaseUrl: string;
  askStandings: AskStandings;
  askSnapshot: AskSnapshot;
  whoHears: WhoHears;
  /** The pools of this process, whose connections hear of it when the database falls silent. */
  pools?: { silent(): void; answering(): void };
}

/**
 * All open subscriptions of this process. It tells each what concerns it, and ends those whose people
 * may no longer look: as soon as a notice says so, and otherwise by looking every third of a second.
 */
export class Live {
  readonly #feeds = new Set<Feed<never>>();
  readonly #listener: Listener;
  readonly #rounds: Rounds;
  #log: LiveLog | undefined;

  constructor(private readonly parts: LiveParts) {
    this.#listener = new Listener(parts.databaseUrl, {
      heard: (notification) => this.#tell(notification),
      silent: () => parts.pools?.silent(),
      listeningAgain: () => {
        parts.pools?.answering();
        this.#lookAgain();
      },
      failed: (err) => this.#log?.warn({ err }, 'live updates lost their connection'),
    });
    this.#rounds = new Rounds(
      () => this.#endWhoeverIsCut(),
      (err) => this.#endAll(err),
    );
  }

  async start(log: LiveLog): Promise<void> {
    this.#log = log;
    await this.#listener.start();
    this.#rounds.start();
  }

  /** Begins no further event; resolves when those being read have been sent, or after a time limit. */
  async finish(): Promise<void> {
    const finished = Promise.all([...this.#feeds].map((feed) => feed.finish()));
    await Promise.race([finished, after(FINISH_LIMIT_MS, null, { ref: false })]);
  }

  async stop(): Promise<void> {
    for (const feed of this.#feeds) feed.end();
    await Promise.all([this.#listener.stop(), this.#rounds.stop()]);
  }

  /** How many subscriptions are open here and have begun to tell. */
  get open(): number {
    return [...this.#feeds].filter(({ isReady }) => isReady).length;
  }

  /** Opens a subscription; it hears everything that is committed from now on. */
  follow<C>(subject: Subject<C>): Feed<C> {
    const feed = new Feed(subject, this.parts.askSnapshot, (each) => this.#feeds.delete(each));
    this.#feeds.add(feed);
    return feed;
  }

  #tell({ notice, transaction }: Notification): void {
    const own = [...this.#feeds].filter((feed) => businessOf(feed) === notice.businessId);
    if (own.length === 0) return;
    if (notice.standing.length > 0) this.#rounds.now();
    for (const feed of own) {
      feed.hear(feed.subject.concerns(this.#forEarsOf(feed, notice)), transaction);
      if (feed.subject.looksAgainAfter?.(notice)) feed.lookAgain();
    }
  }

  #forEarsOf({ subject }: Feed, notice: Notice): Notice {
    const jobs = Object.entries(notice.jobs).map(([jobId, kinds]): [string, string[]] => [
      jobId,
      kinds.filter((kind) => this.parts.whoHears(subject.principal.audience, kind)),
    ]);
    return {
      ...notice,
      jobs: Object.fromEntries(jobs.filter(([, kinds]) => kinds.length > 0)),
    };
  }

  #lookAgain(): void {
    this.#rounds.now();
    for (const feed of this.#feeds) feed.lookAgain();
  }

  async #endWhoeverIsCut(): Promise<void> {
    const feeds = [...this.#feeds];
    if (feeds.length === 0) return;
    const standings = await this.parts.askStandings(feeds.map(({ subject }) => subject));
    for (const [at, feed] of feeds.entries()) settle(feed, standings[at]);
  }

  /** Who cannot be verified is not kept: closed by default. */
  #endAll(err: unknown): void {
    if (this.#feeds.size === 0) return;
    this.#log?.warn({ err }, 'open subscriptions could not be verified and were ended');
    for (const feed of this.#feeds) feed.end();
  }
}

function settle(feed: Feed, standing: Standing | null | undefined): void {
  if (!standing || !stillStands(feed, standing)) {
    feed.end();
    return;
  }
  // A publication whose notice never came.
  if (feed.version !== undefined && feed.version !== standing.version) feed.lookAgain();
  feed.version = standing.version;
}

function stillStands({ subject }: Feed, { audience, worksOnJob }: Standing): boolean {
  if (audience !== subject.principal.audience) return false;
  return subject.jobId === null || worksOnJob || may(audience, 'SEE_ALL_JOBS');
}

function businessOf({ subject: { principal } }: Feed): string | null {
  if (principal.kind === 'STAFF') return principal.businessId;
  return principal.kind === 'CLIENT' ? (principal.link?.businessId ?? null) : null;
}
