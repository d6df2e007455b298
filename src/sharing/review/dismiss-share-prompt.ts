import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { reviewAll } from '../prompt/prompt.js';
import type { Sharing } from '../sharing.js';
import { cacheState } from '../state/cache-state.js';
import { openReview } from './open-review.js';
import { refuseStale } from './refuse-stale.js';

/**
 * Closes the prompt without sharing; the next change raises it again.
 *
 * @throws PROMPT_STALE and the refusals of {@link refuseStale}.
 */
export async function dismissSharePrompt(
  unit: Unit,
  sharing: Sharing,
  jobId: string,
  revision: number,
) {
  const review = await openReview(unit, sharing, jobId);
  refuseStale(review, revision);
  const { held, state, job } = review;
  held.now = reviewAll(held.now, state.offered);
  cacheState(unit, sharing, state, held);
  return { job };
}
