import type { Place, RegisteredShareable, ShareGroup } from '../../shareable/shareable.js';
import type { Json } from '../../visibility/projection.js';

/** A group in words. With `before` (what the client sees), differences are worded as changes. */
export function groupSummary(
  { group, summary }: RegisteredShareable,
  now: ShareGroup<Json>,
  before: ShareGroup<Json> | null,
  place: Place,
): string {
  if (group)
    return group.summary(now as ShareGroup<never>, before as ShareGroup<never> | null, place);
  return now.listed.map((row) => summary(row as never, place)).join('; ') || 'None';
}
