import { obstacle } from '../../../src/sharing/prompt/prompt-status.js';
import { changedKeys, type Digests, differ } from '../../../src/sharing/state/digests.js';
import type { ShareState } from '../../../src/sharing/state/share-state.js';

/** Row of a prompt. */
export interface Prompt {
  id: string;
  revision: number;
  offered: Digests;
  reviewed: Digests;
  reviewedForClientId: string | null;
  waiting: boolean;
  ready: boolean;
  changedAt: Date;
  raisedAt: Date | null;
  raisedById: string | null;
  raisedByName: string | null;
}

/** Computes the prompt after a change, like `settle-prompt.ts` but without entities. */
export function settled(
  before: Prompt,
  state: ShareState,
  actor: { staffId: string; name: string },
  now: Date,
): Prompt {
  const prompt = { ...before, offered: state.offered };
  if (differ(before.offered, state.offered)) {
    prompt.revision += 1;
    prompt.changedAt = now;
  }
  if (!isUnreviewed(prompt, state))
    return { ...prompt, ...NOT_RAISED, waiting: false, ready: false };
  prompt.waiting = true;
  prompt.ready = obstacle({ ...state, portalEnabled: true }) === null;
  if (obstacle(state) !== null) return prompt;
  prompt.raisedAt ??= now;
  if (prompt.raisedById) return prompt;
  return { ...prompt, raisedById: actor.staffId, raisedByName: actor.name };
}

const NOT_RAISED = { raisedAt: null, raisedById: null, raisedByName: null };

function isUnreviewed({ offered, reviewed }: Prompt, { publication }: ShareState): boolean {
  const shown = publication?.itemKeys ?? [];
  return changedKeys(offered, reviewed).some(
    (key) => offered[key] !== undefined || shown.includes(key),
  );
}

/**
 * Throws for anything but what the bench measures: one changed to-do of a job that was shared with its current client
 * and is not kept in sync. The yardstick does that work and no other, so nothing else may be compared with it.
 */
export function refuseWhatIsNotWritten(prompt: Prompt, state: ShareState, todoId: string): void {
  const others = changedKeys(prompt.offered, state.offered).filter(
    (key) => key !== `TODO:${todoId}`,
  );
  const isKnown =
    !state.keepInSync &&
    prompt.reviewedForClientId === (state.client?.id ?? null) &&
    others.length === 0;
  if (!isKnown)
    throw new Error(`Written by hand is a change of one to-do, and job ${state.jobId} has more.`);
}
