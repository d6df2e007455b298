import { LockMode } from '@mikro-orm/postgresql';
import { isUuid } from '../database/live-reader.js';
import type { Unit } from '../database/unit-of-work.js';
import { Business } from '../domain/business/business.entity.js';
import { jobToChange, staffOf } from '../domain/jobs/job-to-change.js';
import { notFound, Refusal } from '../visibility/refusals.js';
import { lockPrompt } from './lock-prompt.js';
import type { SharePrompt } from './share-prompt.entity.js';
import { readShareState, type ShareState } from './share-state.js';
import type { Sharing } from './sharing.js';

export interface Review {
  prompt: SharePrompt;
  state: ShareState;
}

/**
 * Takes the job and its prompt and reads what may be shared, with nobody able to change it until the
 * transaction ends. The portal switch is held too: a share never lands in a portal just cut.
 */
export async function openReview(unit: Unit, sharing: Sharing, jobId: string): Promise<Review> {
  const { businessId } = staffOf(unit);
  if (!isUuid(jobId)) throw notFound();
  const { clientPortalEnabled } = await unit.em.findOneOrFail(Business, businessId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
  await jobToChange(unit, jobId);
  const prompt = await lockPrompt(unit.em, businessId, jobId, unit.now);
  const state = await readShareState(unit.em.getKysely(), sharing.question, businessId, jobId);
  if (!state) throw notFound();
  if (!clientPortalEnabled) throw new Refusal('PORTAL_DISABLED');
  return { prompt, state };
}
