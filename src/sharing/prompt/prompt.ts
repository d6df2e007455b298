import { type Digests, differ } from '../state/digests.js';
import type { PromptState } from '../state/share-state.js';

/** Row of a job's share prompt. Immutable: the functions below return a changed copy. */
export interface Prompt {
  readonly id: string;
  readonly businessId: string;
  readonly jobId: string;
  /** Increases with every change of `offered`. */
  readonly revision: number;
  /** Digests of the items that can be shared now. */
  readonly offered: Digests;
  /** Digests at the last share or dismissal. */
  readonly reviewed: Digests;
  readonly reviewedForClientId: string | null;
  readonly waiting: boolean;
  /** Waiting, and visible as soon as the portal is on. */
  readonly ready: boolean;
  readonly changedAt: Date;
  readonly raisedAt: Date | null;
  readonly raisedById: string | null;
  /** Time of the change since which the client has an outdated time, such as of a visit that was moved; null if none. */
  readonly scheduleOutdatedSince: Date | null;
  /** End of the latest of the times concerned, old or new; null if the client has none. */
  readonly scheduleOutdatedUntil: Date | null;
}

/** Initial prompt of a job. */
export function newPrompt(id: string, businessId: string, jobId: string, now: Date): Prompt {
  const never = { revision: 0, offered: {}, reviewed: {}, reviewedForClientId: null };
  return { id, businessId, jobId, ...never, ...CLOSED, ...UP_TO_DATE, changedAt: now };
}

/** The prompt as part of a share state, with times as ISO 8601 text. */
export function promptState({ id, revision, waiting, reviewed, ...prompt }: Prompt): PromptState {
  const { raisedById } = prompt;
  const raisedAt = prompt.raisedAt?.toISOString() ?? null;
  const changedAt = prompt.changedAt.toISOString();
  return { id, revision, waiting, reviewed, raisedAt, changedAt, raisedById };
}

/** Sets the offered digests for a client. If the client has changed, nothing counts as reviewed. */
export function offer(
  prompt: Prompt,
  clientId: string | null,
  offered: Digests,
  now: Date,
): Prompt {
  const isSameClient = prompt.reviewedForClientId === clientId;
  const forClient = isSameClient ? {} : { reviewedForClientId: clientId, reviewed: {} };
  if (!differ(prompt.offered, offered)) return { ...prompt, ...forClient };
  return { ...prompt, ...forClient, offered, revision: prompt.revision + 1, changedAt: now };
}

/** Marks everything offered as reviewed, ticked or not, and closes the prompt. */
export function reviewAll(prompt: Prompt, offered: Digests): Prompt {
  return { ...prompt, reviewed: offered, ...CLOSED };
}

/** Marks one item as reviewed; used when it is published without a review. */
export function reviewItem(prompt: Prompt, key: string): Prompt {
  const digest = prompt.offered[key];
  if (digest !== undefined) return { ...prompt, reviewed: { ...prompt.reviewed, [key]: digest } };
  const { [key]: _, ...reviewed } = prompt.reviewed;
  return { ...prompt, reviewed };
}

/** Makes the prompt visible. A visible prompt keeps its time and the person who raised it. */
export function raise(prompt: Prompt, raisedById: string | null, now: Date): Prompt {
  return {
    ...prompt,
    raisedAt: prompt.raisedAt ?? now,
    raisedById: prompt.raisedById ?? raisedById,
  };
}

/** Notes until when an outdated time that the client has matters; null if what it has is true. Keeps the time of the first change. */
export function setScheduleOutdated(prompt: Prompt, until: Date | null, now: Date): Prompt {
  if (!until) return { ...prompt, ...UP_TO_DATE };
  const since = prompt.scheduleOutdatedSince ?? now;
  return { ...prompt, scheduleOutdatedSince: since, scheduleOutdatedUntil: until };
}

/** Ends the waiting of the prompt. */
export function close(prompt: Prompt): Prompt {
  return { ...prompt, ...CLOSED };
}

const UP_TO_DATE = { scheduleOutdatedSince: null, scheduleOutdatedUntil: null } as const;
const CLOSED = { waiting: false, ready: false, raisedAt: null, raisedById: null } as const;
