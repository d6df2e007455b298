import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { updatePagesOfJob } from '../pages/update-page.js';
import { publish } from '../publish/publish.js';
import type { Sharing } from '../sharing.js';
import { cacheState } from '../state/cache-state.js';
import { readChangeState } from '../state/share-state.js';
import type { WrittenFields } from '../state/written-fields.js';
import { lockPrompt } from './lock-prompt.js';
import { settle } from './raise-or-close.js';

/**
 * Updates the prompt of a job after a change, and publishes what needs no review. Runs in the transaction of the
 * change, which writes the prompt before it commits. Returns whether it created a publication; the caller flushes it.
 */
export async function settlePrompt(
  sharing: Sharing,
  unit: Unit,
  businessId: string,
  jobId: string,
  written: WrittenFields,
): Promise<boolean> {
  const held = await lockPrompt(unit, businessId, jobId);
  const state = await readChangeState(unit, sharing.changeStateLookup, businessId, jobId);
  if (!state) return false;
  const outcome = settle(state, held.now, written, unit.actor, unit.now);
  held.now = outcome.prompt;
  const publication = outcome.draft && publish(unit, sharing.project, state, outcome.draft);
  const hasNewPages = updatePagesOfJob(unit, state, written);
  cacheState(unit, sharing, state, held, publication ?? undefined);
  return publication !== null || hasNewPages;
}
