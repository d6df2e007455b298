import type { Json } from '../visibility/projection.js';
import type { Place, RegisteredShareable, ShareGroup } from './shareable.js';

/** Rows that are one item, in words; beside what the client has, what differs reads as a change. */
export function groupWords(
  { group, words }: RegisteredShareable,
  now: ShareGroup<Json>,
  before: ShareGroup<Json> | null,
  place: Place,
): string {
  if (group)
    return group.words(now as ShareGroup<never>, before as ShareGroup<never> | null, place);
  return now.listed.map((row) => words(row as never, place)).join('; ') || 'None';
}
