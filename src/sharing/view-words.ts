import { type ClientView, groupIn, itemIn } from './client-view.js';
import { groupWords } from './group-words.js';
import { allShareables, digestOf, type Place, type ShareGroup, theSharedJob } from './shareable.js';

/** Label of an item of a view, as a prompt or a mail lists it. */
export function labelOf(key: string, view: ClientView): string {
  const noun = nounOf(key);
  return noun ? noun.label(itemIn(view, key) as never) : theSharedJob().label;
}

/** Content of an item of a view, in words. */
export function wordsOf(key: string, view: ClientView, place: Place): string {
  const noun = nounOf(key);
  if (!noun) return statusIn(view);
  if (noun.asOne) return groupWords(noun, groupIn(itemIn(view, key)), null, place);
  return noun.words(itemIn(view, key) as never, place);
}

/** How an item of a view differs from an earlier view that had it, in words. */
export function newsOf(key: string, now: ClientView, before: ClientView, place: Place): string {
  const noun = nounOf(key);
  const label = labelOf(key, now);
  if (!noun) return `${label}: changed from ${statusIn(before)} to ${statusIn(now)}`;
  const [after, earlier] = [itemIn(now, key), itemIn(before, key)];
  if (noun.group) {
    const groups = [groupIn(after), groupIn(earlier)] as ShareGroup<never>[];
    return `${label}: ${noun.group.news(...(groups as [never, never]), place)}`;
  }
  return noun.news?.(after as never, earlier as never, place) ?? `${label} (changed)`;
}

/** Whether an item says the same in both views. */
export function isSame(key: string, one: ClientView, other: ClientView): boolean {
  return digestOf(itemIn(one, key) ?? null) === digestOf(itemIn(other, key) ?? null);
}

function statusIn(view: ClientView): string {
  return theSharedJob().words(view.status as string);
}

function nounOf(key: string) {
  const kind = key.split(':')[0];
  return allShareables().find((each) => each.kind === kind);
}
