import type { Change } from '../../database/unit-of-work/change.js';
import { allShareables, type RegisteredShareable, shareableOf } from '../../shareable/shareable.js';
import type { Json } from '../../visibility/projection.js';
import type { Candidate } from './candidates.js';
import { type ClientView, itemIn, keyOf, type ViewItem } from './client-view.js';

/**
 * Fields written by the current change, by item key. A field of a part, such as a line of a quote, is
 * `lines.<id of the line>.chosen`.
 */
export type WrittenFields = Map<string, Set<string>>;

type Fields = Record<string, Json>;

/** Adds the fields of a change, if its entity is an item of its own, such as a quote, or a part of one. */
export function noteWritten(written: WrittenFields, change: Change): void {
  const { entity, after } = change;
  for (const noun of allShareables()) {
    if (noun.singleItem) continue;
    const place = placeOf(noun, change);
    if (!place) continue;
    const key = keyOf(noun.kind, place.id ?? (entity as { id: string }).id);
    const fields = written.get(key) ?? new Set();
    for (const field of Object.keys(after)) fields.add(place.prefix + field);
    written.set(key, fields);
  }
}

/** The row that a change belongs to, and how its fields are named; null if it belongs to no row of this noun. */
function placeOf(
  { record, parts }: RegisteredShareable,
  { kind, entityClass, entity }: Change,
): { id?: string; prefix: string } | null {
  if (record === entityClass) return { prefix: '' };
  const part = Object.entries(parts).find(([, each]) => each.record() === entityClass);
  // A part that is added or removed is a change of the list, which needs a review.
  if (!part || kind !== 'update') return null;
  const [field, { by }] = part;
  const { id, [by]: parent } = entity as { id: string } & Record<string, { id: string }>;
  return { id: (parent as { id: string }).id, prefix: `${field}.${id}.` };
}

/** Those of the written fields of an item that are published at once when they are written. */
export function publishedWhenWritten(
  { key, kind, content }: Candidate,
  view: ClientView,
  written: WrittenFields,
): WrittenFields {
  const declared = shareableOf(kind)?.publishesWhenWritten;
  const shown = itemIn(view, key) as Fields | undefined;
  if (!declared || shown?.[declared.within] !== (content as Fields)[declared.within])
    return new Map();
  const fields = [...(written.get(key) ?? [])].filter((field) =>
    declared.fields.includes(field.replace(/\..*\./, '.')),
  );
  return new Map(fields.length > 0 ? [[key, new Set(fields)]] : []);
}

/**
 * The item as the client sees it, updated only in the fields that this change wrote. A client's own action needs no
 * review, but must not publish unreviewed changes of others.
 */
export function onlyWritten(
  view: ClientView,
  { key, content }: Candidate,
  written: WrittenFields,
): ViewItem {
  return { key, content: withWrittenFields(key, itemIn(view, key) as Fields, content, written) };
}

/** What a client sees of a row, updated only in the fields that this change wrote. */
export function withWrittenFields(
  key: string,
  shown: Fields,
  content: Json,
  written: WrittenFields,
): Fields {
  return merged(shown, content as Fields, written.get(key) ?? new Set(), '');
}

/** In the field order of the schema, which the digest depends on; a field may be missing in the shown item. */
function merged(shown: Fields, now: Fields, written: Set<string>, prefix: string): Fields {
  const isShown = (field: string) => field in shown || written.has(prefix + field);
  const listed = Object.entries(now).filter(([field]) => isShown(field));
  const fields = listed.map(([field, value]): [string, Json] => {
    if (written.has(prefix + field)) return [field, value];
    const before = shown[field] ?? null;
    const hasWrittenParts =
      prefix === '' && [...written].some((each) => each.startsWith(`${field}.`));
    return [field, hasWrittenParts ? mergedParts(before, value, written, field) : before];
  });
  return Object.fromEntries(fields);
}

/** The shown parts, each updated in its own written fields. */
function mergedParts(shown: Json, now: Json, written: Set<string>, field: string): Json {
  const current = new Map((now as Fields[]).map((part) => [part.id, part]));
  return ((shown ?? []) as Fields[]).map((part) => {
    const live = current.get(part.id as string);
    return live ? merged(part, live, written, `${field}.${part.id}.`) : part;
  });
}
