import type { Unit } from '../database/unit-of-work.js';
import { conflict } from '../visibility/refusals.js';
import type { Candidate } from './candidates.js';
import { type ClientView, withItem, withoutItem } from './client-view.js';
import { leaveUnticked } from './leave-unticked.js';
import { openReview } from './open-review.js';
import { publish } from './publish.js';
import { select } from './selection.js';
import { waitOrRest } from './settle-prompt.js';
import type { Sharing } from './sharing.js';

/**
 * Changes which items an already shared job shows, at once and without a mail. What stays ticked stays
 * as it was reviewed: withdrawing one thing never publishes an unreviewed change of another.
 */
export async function updateSharing(unit: Unit, sharing: Sharing, jobId: string, keys: string[]) {
  const { prompt, state } = await openReview(unit, sharing, jobId);
  const shown = state.publication;
  if (!shown)
    throw conflict('This job was not shared with its client yet; answer its share prompt first.');
  const selection = select(state, keys);
  const itemKeys = selection.map(({ key }) => key);
  const added = selection.filter(({ key }) => !shown.itemKeys.includes(key));
  const publication = await publish(unit, sharing.project, state, {
    view: narrowed(shown, itemKeys, added),
    itemKeys,
    reason: 'SHARING_UPDATED',
  });
  for (const { key } of added) prompt.reviewItem(key);
  await leaveUnticked(unit, state, itemKeys);
  waitOrRest(prompt, { ...state, publication: { ...shown, itemKeys } }, unit);
  return { publication, job: prompt.job };
}

function narrowed(
  shown: { view: ClientView; itemKeys: string[] },
  itemKeys: string[],
  added: Candidate[],
): ClientView {
  const withdrawn = shown.itemKeys.filter((key) => !itemKeys.includes(key));
  return added.reduce(withItem, withdrawn.reduce(withoutItem, shown.view));
}
