import { conflict, Refusal } from '../../visibility/refusals.js';
import { obstacle } from '../prompt/prompt-status.js';
import { shareItems } from '../prompt/share-item.js';
import { type Review, withPrompt } from './open-review.js';

/**
 * Refuses a review of a prompt that is not pending or has another revision.
 *
 * @throws CONFLICT if the job has no client or visit; PROMPT_STALE, with the current prompt in the error.
 */
export function refuseStale(review: Review, revision: number): void {
  const { state } = review;
  const prompt = review.held.now;
  const reason = obstacle(state);
  if (reason === 'NO_CLIENT_ATTACHED')
    throw conflict('The job has no client; choose one, then share.');
  if (reason === 'NOT_SCHEDULED')
    throw conflict('The first visit is not on the calendar yet; schedule it, then share.');
  if (prompt.waiting && prompt.revision === revision) return;
  const current = {
    jobId: state.jobId,
    revision: prompt.revision,
    raisedAt: prompt.raisedAt,
    items: shareItems(withPrompt(review)),
  };
  throw new Refusal('PROMPT_STALE', undefined, {
    sharePrompt: prompt.waiting ? current : null,
  });
}
