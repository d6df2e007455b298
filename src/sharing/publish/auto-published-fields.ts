import { isSameContent, type ShareItemKind, shareableOf } from '../../shareable/shareable.js';
import type { Json } from '../../visibility/projection.js';
import type { Candidate } from '../state/candidates.js';
import { type ClientView, itemIn, type ViewItem } from '../state/client-view.js';
import type { ShareState } from '../state/share-state.js';

type Fields = Record<string, Json>;

/**
 * Keys of shown items with an outdated auto-published field (`publishesFieldsAtOnce`), such as the amount owed on an
 * invoice.
 */
export function outdatedKeys({ candidates, publication }: ShareState): string[] {
  if (!publication) return [];
  const shown = candidates.filter(
    ({ key, refusal }) => refusal === null && publication.itemKeys.includes(key),
  );
  return shown.filter((candidate) => isOutdated(candidate, publication.view)).map(({ key }) => key);
}

/** The item as the client sees it, updated only in its auto-published fields. */
export function onlyAutoPublishedFields(view: ClientView, candidate: Candidate): ViewItem {
  const { key, kind, content } = candidate;
  return { key, content: withFieldsAtOnce(kind, itemIn(view, key) as Fields, content as Fields) };
}

/** What a client sees of a row, updated only in the auto-published fields of its content now. */
export function withFieldsAtOnce(kind: ShareItemKind, shown: Fields, content: Fields): Fields {
  const updates = fieldsAtOnce(kind).map((field) => [field, content[field]]);
  // In the field order of the schema, which the digest depends on; a field may be missing in the shown item.
  const merged = { ...shown, ...Object.fromEntries(updates) };
  const inOrder = Object.keys(content).map((field) => [field, merged[field] ?? null]);
  return Object.fromEntries(inOrder);
}

function isOutdated(candidate: Candidate, view: ClientView): boolean {
  const [now, shown] = [candidate.content as Fields, itemIn(view, candidate.key) as Fields];
  // An empty list equals null.
  const valueIn = (fields: Fields, field: string) => emptyAsNull(fields?.[field]);
  return fieldsAtOnce(candidate.kind).some(
    (field) => !isSameContent(valueIn(now, field), valueIn(shown, field)),
  );
}

function emptyAsNull(value: Json | undefined): Json {
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null);
}

function fieldsAtOnce(kind: ShareItemKind): string[] {
  return shareableOf(kind)?.publishesFieldsAtOnce ?? [];
}
