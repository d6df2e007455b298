import { setTimeout as after } from 'node:timers/promises';
import type { BytesRead, PoolWatch } from '../database/postgres/pool-watch.js';
import { may } from '../visibility/capabilities.js';
import type { ChangeEvent, CommittedEvent } from './events/change-event.js';
import type { EventVisibility } from './events/event-visibility.js';
import { Listener } from './events/listener.js';
import type { ReadSnapshot } from './events/snapshot.js';
import { Poller } from './subscriptions/poller.js';
import {
  type ReadSessionStatuses,
  type SessionStatus,
  versionAtStart,
} from './subscriptions/session-status.js';
import { SubscriptionQueue, type SubscriptionTopic } from './subscriptions/subscription-queue.js';

const FINISH_LIMIT_MS = 2_000;

export interface LiveLog {
  warn(details: object, message: string): void;
}

interface LiveParts {
  databaseUrl: string;
  readSessionStatuses: ReadSessionStatuses;
  readSnapshot: ReadSnapshot;
  eventVisibility: EventVisibility;
  /** Pools of this process, to which a database that does not answer is reported. */
  pools?: Pick<PoolWatch, 'bytesRead' | 'silent' | 'answering'>;
}

/**
 * All open subscriptions of this process. Delivers change events to the subscriptions they concern, and ends those
 * whose principals have lost access: at a change event about access, and otherwise by polling every 300 ms.
 */
export class Live {
  readonly #queues = new Set<SubscriptionQueue<never>>();
  readonly #listener: Listener<BytesRead | undefined>;
  readonly #poller: Poller;
  #log: LiveLog | undefined;

  constructor(private readonly parts: LiveParts) {
    this.#listener = new Listener(parts.databaseUrl, {
      received: (event) => this.#deliver(event),
      beforeStatement: () => parts.pools?.bytesRead(),
      noAnswer: (before) => before && parts.pools?.silent(before),
      reconnected: () => {
        parts.pools?.answering();
        this.#rereadAll();
      },
      failed: (err) => this.#log?.warn({ err }, 'live updates lost their connection'),
    });
    this.#poller = new Poller(
      () => this.#endWithoutAccess(),
      (err) => this.#endAll(err),
    );
  }

  async start(log: LiveLog): Promise<void> {
    this.#log = log;
    await this.#listener.start();
    this.#poller.start();
  }

  /** Starts no further event; resolves when those being read have been sent, or after the time limit. */
  async finish(): Promise<void> {
    const finished = Promise.all([...this.#queues].map((queue) => queue.finish()));
    await Promise.race([finished, after(FINISH_LIMIT_MS, null, { ref: false })]);
  }

  async stop(): Promise<void> {
    for (const queue of this.#queues) queue.end();
    await Promise.all([this.#listener.stop(), this.#poller.stop()]);
  }

  /** Number of open subscriptions that have done their first reading. */
  get open(): number {
    return [...this.#queues].filter(({ isReady }) => isReady).length;
  }

  /** Opens a subscription; it receives everything that is committed from now on. */
  follow<C>(topic: SubscriptionTopic<C>): SubscriptionQueue<C> {
    const queue = new SubscriptionQueue(topic, this.parts.readSnapshot, (each) =>
      this.#queues.delete(each),
    );
    // Without it, a page that turns from a quote into its job before the first check would not be noticed.
    queue.version = versionAtStart(topic.principal);
    this.#queues.add(queue);
    return queue;
  }

  #deliver({ event, transaction }: CommittedEvent): void {
    const queues = [...this.#queues].filter((queue) => businessOf(queue) === event.businessId);
    if (queues.length === 0) return;
    if (event.accessEntities.length > 0) this.#poller.now();
    for (const queue of queues) {
      queue.add(queue.topic.concerns(this.#visibleTo(queue, event)), transaction);
      if (queue.topic.rereadsAfter?.(event)) queue.reread();
    }
  }

  #visibleTo({ topic }: SubscriptionQueue, event: ChangeEvent): ChangeEvent {
    const { audience } = topic.principal;
    const jobs = Object.entries(event.jobs).map(([jobId, names]): [string, string[]] => [
      jobId,
      names.filter((name) => this.parts.eventVisibility(audience, name)),
    ]);
    return {
      ...event,
      jobs: Object.fromEntries(jobs.filter(([, names]) => names.length > 0)),
    };
  }

  #rereadAll(): void {
    this.#poller.now();
    for (const queue of this.#queues) queue.reread();
  }

  async #endWithoutAccess(): Promise<void> {
    const queues = [...this.#queues];
    if (queues.length === 0) return;
    const statuses = await this.parts.readSessionStatuses(queues.map(({ topic }) => topic));
    for (const [at, queue] of queues.entries()) applyStatus(queue, statuses[at]);
  }

  /** Subscriptions whose access cannot be checked are ended. */
  #endAll(err: unknown): void {
    if (this.#queues.size === 0) return;
    this.#log?.warn({ err }, 'open subscriptions could not be verified and were ended');
    for (const queue of this.#queues) queue.end();
  }
}

function applyStatus(queue: SubscriptionQueue, status: SessionStatus | null | undefined): void {
  if (!status || !hasAccess(queue, status)) {
    queue.end();
    return;
  }
  // A publication whose change event was lost.
  if (queue.version !== undefined && queue.version !== status.version) queue.reread();
  queue.version = status.version;
}

function hasAccess({ topic }: SubscriptionQueue, { audience, worksOnJob }: SessionStatus): boolean {
  if (audience !== topic.principal.audience) return false;
  return topic.jobId === null || worksOnJob || may(audience, 'SEE_ALL_JOBS');
}

function businessOf({ topic: { principal } }: SubscriptionQueue): string | null {
  if (principal.kind === 'STAFF') return principal.businessId;
  return principal.kind === 'CLIENT' ? (principal.link?.businessId ?? null) : null;
}
