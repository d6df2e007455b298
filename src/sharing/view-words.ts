import { type ClientView, itemIn } from './client-view.js';
import { allShareables, type Place, theSharedJob } from './shareable.js';

/** What an item of a view is, in words, as a prompt or a mail lists it. */
export function labelOf(key: string, view: ClientView): string {
  const noun = nounOf(key);
  return noun ? noun.label(rowsOf(key, view)[0] as never) : theSharedJob().label;
}

/** What an item of a view says, in words. */
export function wordsOf(key: string, view: ClientView, place: Place): string {
  const noun = nounOf(key);
  if (!noun) return theSharedJob().words(view.status as string);
  return (
    rowsOf(key, view)
      .map((row) => noun.words(row as never, place))
      .join('; ') || 'Nothing'
  );
}

function nounOf(key: string) {
  const kind = key.split(':')[0];
  return allShareables().find((each) => each.kind === kind);
}

function rowsOf(key: string, view: ClientView): unknown[] {
  const item = itemIn(view, key);
  return Array.isArray(item) ? item : [item];
}
