import { allShareables, type ShareGroup } from '../../shareable/shareable.js';
import { type ClientView, groupIn, itemIn, keyOf } from './client-view.js';
import type { ShareState } from './share-state.js';

/** What the client sees: a publication, made by this change or before. */
type Shown = { view: ClientView; itemKeys: string[] } | null;

/** Until when it matters that the client has outdated times, such as of a visit that was moved; null if it has none. */
export function outdatedUntil({ candidates }: ShareState, shown: Shown): Date | null {
  const ends = allShareables().flatMap(({ kind, group }) => {
    const key = keyOf(kind);
    if (!group || !shown?.itemKeys.includes(key)) return [];
    const candidate = candidates.find((each) => each.key === key);
    const [now, known] = [groupIn(candidate?.content), groupIn(itemIn(shown.view, key))];
    return group.outdatedUntil(now as ShareGroup<never>, known as ShareGroup<never>) ?? [];
  });
  return ends.length > 0 ? new Date(Math.max(...ends.map(Number))) : null;
}
