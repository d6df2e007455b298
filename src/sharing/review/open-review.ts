import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Job } from '../../domain/jobs/job.entity.js';
import { lockJob, staffOf } from '../../domain/jobs/lock-job.js';
import { notFound, Refusal } from '../../visibility/refusals.js';
import type { HeldPrompt } from '../prompt/held-prompts.js';
import { lockPrompt } from '../prompt/lock-prompt.js';
import { promptState } from '../prompt/prompt.js';
import type { Sharing } from '../sharing.js';
import { type ChangeState, readChangeState, type ShareState } from '../state/share-state.js';

/** Job, prompt and share state, locked until the commit. */
export interface Review {
  job: Job;
  held: HeldPrompt;
  state: ChangeState;
}

/** The share state with the locked prompt. */
export function withPrompt({ held, state }: Review): ShareState {
  return { ...state, prompt: promptState(held.now) };
}

/**
 * Locks job, portal switch and prompt until the commit, and reads the share state.
 *
 * @throws NOT_FOUND; PORTAL_DISABLED
 */
export async function openReview(unit: Unit, sharing: Sharing, jobId: string): Promise<Review> {
  const { businessId } = staffOf(unit);
  const job = await lockJob(unit, jobId, 'WITH_PORTAL');
  const held = await lockPrompt(unit, businessId, job.id);
  const state = await readChangeState(unit, sharing.changeStateLookup, businessId, job.id);
  if (!state) throw notFound();
  if (!state.portalEnabled) throw new Refusal('PORTAL_DISABLED');
  return { job, held, state };
}
