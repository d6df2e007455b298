import { shareableOf } from '../../shareable/shareable.js';
import { Refusal } from '../../visibility/refusals.js';
import type { Candidate } from '../state/candidates.js';
import { type ClientView, completed, emptyView, withItem } from '../state/client-view.js';
import type { ShareState } from '../state/share-state.js';

/**
 * Candidates with the given keys.
 *
 * @throws ITEM_NOT_SHAREABLE with every key that cannot be shared and its reason.
 */
export function select(state: ShareState, keys: string[]): Candidate[] {
  const reasons = [...new Set(keys)].flatMap((key) => {
    const reason = refusalOf(state, key);
    return reason ? [{ key, reason }] : [];
  });
  if (reasons.length > 0) {
    throw new Refusal('ITEM_NOT_SHAREABLE', undefined, {
      field: 'items',
      items: reasons,
    });
  }
  return state.candidates.filter(({ key }) => keys.includes(key));
}

/** Reason why an item cannot be shared; null if it can. */
export function refusalOf(state: ShareState, key: string): string | null {
  const candidate = state.candidates.find((found) => found.key === key);
  return candidate ? candidate.refusal : 'There is no such item on this job.';
}

/** The client's view of the current job with exactly this selection. */
export function viewOf(state: ShareState, selection: Candidate[]): ClientView {
  let view = emptyView(state.details);
  for (const { kind, key, content } of selection) {
    const noun = shareableOf(kind);
    if (!noun || key === kind) view = withItem(view, { key, content });
    else view[noun.field] = [...(view[noun.field] as never[]), content];
  }
  return completed(view);
}
