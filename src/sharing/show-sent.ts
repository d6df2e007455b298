import type { Unit } from '../database/unit-of-work.js';
import { staffOf } from '../domain/jobs/job-to-change.js';
import { lockPrompt } from './lock-prompt.js';
import { publishAsTheyAre } from './publish-by-itself.js';
import { readShareState, type ShareState } from './share-state.js';
import type { Sharing } from './sharing.js';
import { shownAsItIs } from './shown-as-it-is.js';

/**
 * Shows the client an item that somebody sends to it by itself, as it is now, whatever an earlier
 * review left out: whoever follows the mail must find what it speaks of. On a job that was never
 * shared it waits in the prompt like anything else. Answers where the job's sharing stands then.
 */
export async function showSent(
  unit: Unit,
  sharing: Sharing,
  jobId: string,
  key: string,
): Promise<ShareState> {
  const { businessId } = staffOf(unit);
  const prompt = await lockPrompt(unit.em, businessId, jobId, unit.now);
  // The statement below reads tables, so what this change did must be in them.
  await unit.em.flush();
  const state = await readShareState(unit.em.getKysely(), sharing.question, businessId, jobId);
  if (!state) throw new Error(`Job ${jobId} is held, and is not there.`);
  prompt.startAfreshFor(state.client?.id ?? null);
  prompt.offer(state.offered, unit.now);
  if (shownAsItIs(state, key)) return state;
  await publishAsTheyAre(sharing, unit, state, prompt, [key], 'PUBLISHED_AT_ONCE');
  return state;
}
