import { changedKeys, type Digests, differ } from '../../../src/sharing/digests.js';
import { obstacle } from '../../../src/sharing/prompt-status.js';
import type { ShareState } from '../../../src/sharing/share-state.js';

/** A prompt as its row says. */
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

/** How a change leaves the prompt of its job: as `settle-prompt.ts` has it, without entities. */
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
 * The bench changes one to-do of a job that was shared with its present client and is not kept in sync. What else can
 * happen to a prompt is not written here, and must not be measured as if it were.
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
