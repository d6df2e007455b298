import type { Json } from '../visibility/projection.js';
import type { Candidate } from './candidates.js';
import { type ClientView, itemIn, type ViewItem } from './client-view.js';
import type { ShareState } from './share-state.js';
import { allShareables, digestOf } from './shareable.js';

type Fields = Record<string, Json>;

/**
 * Keys of the items that the client has and in which a field that its noun publishes at once says
 * something else by now, such as what is still owed on an invoice.
 */
export function keysThatLag({ candidates, publication }: ShareState): string[] {
  if (!publication) return [];
  const shown = candidates.filter(
    ({ key, refusal }) => refusal === null && publication.itemKeys.includes(key),
  );
  return shown.filter((each) => lags(each, publication.view)).map(({ key }) => key);
}

/** An item as the client has it, with nothing new in it but the fields that its noun publishes at once. */
export function onlyFieldsAtOnce(view: ClientView, candidate: Candidate): ViewItem {
  const { key, content } = candidate;
  const fresh = fieldsAtOnce(candidate).map((field) => [field, (content as Fields)[field]]);
  // The order of the schema is part of a content, and a field may be new to what is shown.
  const merged = { ...(itemIn(view, key) as Fields), ...Object.fromEntries(fresh) };
  const inOrder = Object.keys(content as Fields).map((field) => [field, merged[field] ?? null]);
  return { key, content: Object.fromEntries(inOrder) };
}

function lags(candidate: Candidate, view: ClientView): boolean {
  const [now, shown] = [candidate.content as Fields, itemIn(view, candidate.key) as Fields];
  // An empty list and none at all say the same.
  const said = (fields: Fields, field: string) => digestOf(emptyAsNone(fields?.[field]));
  return fieldsAtOnce(candidate).some((field) => said(now, field) !== said(shown, field));
}

function emptyAsNone(value: Json | undefined): Json {
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null);
}

function fieldsAtOnce({ kind }: Candidate): string[] {
  return allShareables().find((noun) => noun.kind === kind)?.publishesFieldsAtOnce ?? [];
}
