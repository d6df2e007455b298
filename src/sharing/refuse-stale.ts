import { conflict, Refusal } from '../visibility/refusals.js';
import type { Review } from './open-review.js';
import { obstacle } from './prompt-status.js';
import { shareItems } from './share-item.js';

/** Refuses a review of anything but the prompt as it waits now; the error carries the fresh one. */
export function refuseStale({ prompt, state }: Review, revision: number): void {
  const reason = obstacle(state);
  if (reason === 'NO_CLIENT_ATTACHED')
    throw conflict('The job has no client; choose one, then share.');
  if (reason === 'NOT_SCHEDULED')
    throw conflict('The first visit is not on the calendar yet; schedule it, then share.');
  if (prompt.waiting && prompt.revision === revision) return;
  const fresh = {
    jobId: state.jobId,
    revision: prompt.revision,
    raisedAt: prompt.raisedAt,
    items: shareItems(state),
  };
  throw new Refusal('PROMPT_STALE', undefined, {
    sharePrompt: prompt.waiting ? fresh : null,
  });
}
