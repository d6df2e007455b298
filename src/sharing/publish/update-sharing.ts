import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { reviewItem, setScheduleOutdated } from '../prompt/prompt.js';
import { waitOrClose } from '../prompt/raise-or-close.js';
import { openReview } from '../review/open-review.js';
import { recordUnticked } from '../review/record-unticked.js';
import { select } from '../review/selection.js';
import type { Sharing } from '../sharing.js';
import { cacheState } from '../state/cache-state.js';
import type { Candidate } from '../state/candidates.js';
import { type ClientView, withItem, withoutItem } from '../state/client-view.js';
import { outdatedUntil } from '../state/outdated-groups.js';
import { publish } from './publish.js';

/**
 * Changes which items a shared job shows, without an email. Items that stay selected stay as reviewed, so that
 * withdrawing one item never publishes an unreviewed change of another.
 *
 * @throws CONFLICT if the job has not been shared with its client; ITEM_NOT_SHAREABLE.
 */
export async function updateSharing(unit: Unit, sharing: Sharing, jobId: string, keys: string[]) {
  const { held, state, job } = await openReview(unit, sharing, jobId);
  const shown = state.publication;
  if (!shown)
    throw conflict('This job was not shared with its client yet; answer its share prompt first.');
  const selection = select(state, keys);
  const itemKeys = selection.map(({ key }) => key);
  const added = selection.filter(({ key }) => !shown.itemKeys.includes(key));
  const publication = publish(unit, sharing.project, state, {
    view: narrowed(shown, itemKeys, added),
    itemKeys,
    reason: 'SHARING_UPDATED',
  });
  await recordUnticked(unit, state, itemKeys);
  const reviewed = added.reduce((prompt, { key }) => reviewItem(prompt, key), held.now);
  const waiting = waitOrClose(reviewed, state, itemKeys, unit.actor, unit.now);
  held.now = setScheduleOutdated(waiting, outdatedUntil(state, publication), unit.now);
  cacheState(unit, sharing, state, held, publication);
  return { publication, job };
}

function narrowed(
  shown: { view: ClientView; itemKeys: string[] },
  itemKeys: string[],
  added: Candidate[],
): ClientView {
  const withdrawn = shown.itemKeys.filter((key) => !itemKeys.includes(key));
  return added.reduce(withItem, withdrawn.reduce(withoutItem, shown.view));
}
