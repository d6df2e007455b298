import type { Unit } from '../database/unit-of-work.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { changedKeys, differ } from './digests.js';
import { lockPrompt } from './lock-prompt.js';
import { obstacle } from './prompt-status.js';
import { publishByItself } from './publish-by-itself.js';
import type { SharePrompt } from './share-prompt.entity.js';
import { readShareState, type ShareState } from './share-state.js';
import type { Sharing } from './sharing.js';

/**
 * Compares what the job offers its client now with what was offered and reviewed before, and lets the
 * prompt wait, rise or rest accordingly. Runs inside the transaction of the change itself.
 */
export async function settlePrompt(
  sharing: Sharing,
  unit: Unit,
  businessId: string,
  jobId: string,
): Promise<void> {
  const prompt = await lockPrompt(unit.em, businessId, jobId, unit.now);
  const state = await readShareState(unit.em.getKysely(), sharing.question, businessId, jobId);
  if (!state) return;
  const before = prompt.offered;
  prompt.startAfreshFor(state.client?.id ?? null);
  prompt.offer(state.offered, unit.now);
  await publishByItself(sharing, unit, state, prompt, changedKeys(before, state.offered));
  waitOrRest(prompt, state, unit);
}

/** Lets the prompt wait while anything the client could see is unreviewed. */
export function waitOrRest(prompt: SharePrompt, state: ShareState, { actor, em, now }: Unit): void {
  if (!isUnreviewed(prompt, state)) {
    prompt.rest();
    return;
  }
  prompt.waiting = true;
  prompt.ready = obstacle({ ...state, portalEnabled: true }) === null;
  if (obstacle(state) === null) {
    prompt.raise(actor?.kind === 'STAFF' ? em.getReference(StaffMember, actor.staffId) : null, now);
  }
}

/** What is gone and was never shown needs no review: the client had nothing of it. */
function isUnreviewed(prompt: SharePrompt, state: ShareState): boolean {
  const shown = state.publication?.itemKeys ?? [];
  const stillMatters = Object.entries(prompt.reviewed).filter(
    ([key]) => prompt.offered[key] !== undefined || shown.includes(key),
  );
  return differ(prompt.offered, Object.fromEntries(stillMatters));
}
