import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { reviewAll, setScheduleOutdated } from '../prompt/prompt.js';
import { publish } from '../publish/publish.js';
import { addressee, sendLink } from '../sending/send-link.js';
import type { Sharing } from '../sharing.js';
import { cacheState } from '../state/cache-state.js';
import { outdatedUntil } from '../state/outdated-groups.js';
import { openReview } from './open-review.js';
import { recordUnticked } from './record-unticked.js';
import { refuseStale } from './refuse-stale.js';
import { select, viewOf } from './selection.js';
import type { ShareWithClientInput } from './sharing.inputs.js';

/**
 * Publishes the selection as the client's view and emails the client a link to it. Publication, link and email commit
 * together.
 *
 * @throws PROMPT_STALE, ITEM_NOT_SHAREABLE, CLIENT_EMAIL_MISSING, PORTAL_DISABLED, CONFLICT
 */
export async function shareWithClient(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { jobId, revision, items, message, keepInSync }: ShareWithClientInput,
) {
  const review = await openReview(unit, sharing, jobId);
  const { held, state, job } = review;
  refuseStale(review, revision);
  const selection = select(state, items);
  addressee(state);
  const itemKeys = selection.map(({ key }) => key);
  const publication = publish(unit, sharing.project, state, {
    view: viewOf(state, selection),
    itemKeys,
    reason: 'SHARED',
  });
  const reviewed = reviewAll(held.now, state.offered);
  held.now = setScheduleOutdated(reviewed, outdatedUntil(state, publication), unit.now);
  if (keepInSync !== null && keepInSync !== undefined) job.keepInSync = keepInSync;
  cacheState(unit, sharing, state, held, publication);
  await recordUnticked(unit, state, itemKeys);
  const sent = await sendLink(unit, config, state, publication, message?.trim() || null);
  return { publication, ...sent, job };
}
