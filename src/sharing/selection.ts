import { Refusal } from '../visibility/refusals.js';
import type { Candidate } from './candidates.js';
import { type ClientView, completed, emptyView, withItem } from './client-view.js';
import type { ShareState } from './share-state.js';
import { allShareables } from './shareable.js';

/** The candidates with these keys; one that may not be shared fails the whole selection. */
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

/** Why an item may not be shared, or null when it may. */
export function refusalOf(state: ShareState, key: string): string | null {
  const candidate = state.candidates.find((each) => each.key === key);
  return candidate ? candidate.refusal : 'There is no such item on this job.';
}

/** The client's whole view when exactly this selection is shared, from the job as it is now. */
export function viewOf(state: ShareState, selection: Candidate[]): ClientView {
  let view = emptyView(state.details);
  for (const { kind, key, content } of selection) {
    const noun = allShareables().find((each) => each.kind === kind);
    if (!noun || key === kind) view = withItem(view, { key, content });
    else view[noun.field] = [...(view[noun.field] as never[]), content];
  }
  return completed(view);
}
