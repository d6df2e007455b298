import {
  isSameContent,
  type Place,
  type ShareGroup,
  shareableOf,
  sharedJobDeclaration,
} from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { type ClientView, groupIn, itemIn } from './client-view.js';
import { groupSummary } from './group-summary.js';

/** Label of an item of a view, for prompts and emails. */
export function labelOf(key: string, view: ClientView, language?: string | null): string {
  const noun = nounOf(key);
  return noun
    ? noun.label(itemIn(view, key) as never, language)
    : sharedJobDeclaration().label(language);
}

/** Content of an item of a view, in words. */
export function summaryOf(key: string, view: ClientView, place: Place): string {
  const noun = nounOf(key);
  if (!noun) return statusIn(view, place);
  if (noun.singleItem) return groupSummary(noun, groupIn(itemIn(view, key)), null, place);
  return noun.summary(itemIn(view, key) as never, place);
}

/** Difference of an item between two views that both have it, in words. */
export function changeSummaryOf(
  key: string,
  now: ClientView,
  before: ClientView,
  place: Place,
): string {
  const noun = nounOf(key);
  const { items, common } = mailTexts(place.language);
  const label = labelOf(key, now, place.language);
  if (!noun) return items.statusChanged(label, statusIn(before, place), statusIn(now, place));
  const [after, earlier] = [itemIn(now, key), itemIn(before, key)];
  if (noun.group) {
    const groups = [groupIn(after), groupIn(earlier)] as ShareGroup<never>[];
    return common.named(label, noun.group.news(...(groups as [never, never]), place));
  }
  return noun.news?.(after as never, earlier as never, place) ?? items.changed(label);
}

/** Whether an item has the same content in both views. */
export function isSame(key: string, one: ClientView, other: ClientView): boolean {
  return isSameContent(itemIn(one, key) ?? null, itemIn(other, key) ?? null);
}

function statusIn(view: ClientView, { language }: Place): string {
  return sharedJobDeclaration().statusLabel(view.status as string, language);
}

function nounOf(key: string) {
  return shareableOf(key.split(':')[0]);
}
