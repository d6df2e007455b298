import type { Unit } from '../database/unit-of-work.js';
import { openReview } from './open-review.js';
import { refuseStale } from './refuse-stale.js';
import type { Sharing } from './sharing.js';

/** "Not now": nothing is sent, the client's view stays, and the next change raises the prompt again. */
export async function dismissSharePrompt(
  unit: Unit,
  sharing: Sharing,
  jobId: string,
  revision: number,
) {
  const review = await openReview(unit, sharing, jobId);
  refuseStale(review, revision);
  review.prompt.review(review.state.offered);
  return { job: review.prompt.job };
}
