import type { Config } from '../config.js';
import type { Unit } from '../database/unit-of-work.js';
import { leaveUnticked } from './leave-unticked.js';
import { openReview } from './open-review.js';
import { publish } from './publish.js';
import { refuseStale } from './refuse-stale.js';
import { select, viewOf } from './selection.js';
import { addressee, sendLink } from './send-link.js';
import type { ShareWithClientInput } from './sharing.inputs.js';
import type { Sharing } from './sharing.js';

/**
 * Publishes the selection as the whole client view and emails the client a link to it. Publication,
 * link and mail commit together or not at all.
 */
export async function shareWithClient(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { jobId, revision, items, message }: ShareWithClientInput,
) {
  const review = await openReview(unit, sharing, jobId);
  const { prompt, state } = review;
  refuseStale(review, revision);
  const selection = select(state, items);
  addressee(state);
  const itemKeys = selection.map(({ key }) => key);
  const publication = await publish(unit, sharing.project, state, {
    view: viewOf(state, selection),
    itemKeys,
    reason: 'SHARED',
  });
  prompt.review(state.offered);
  await leaveUnticked(unit, state, itemKeys);
  const sent = await sendLink(unit, config, state, publication, message?.trim() || null);
  return { publication, ...sent, job: prompt.job };
}
