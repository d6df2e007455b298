import {
  allShareables,
  type ShareGroup,
  type ShareItemKind,
  shareableOf,
  sharedJobDeclaration,
} from '../../shareable/shareable.js';
import type { Json } from '../../visibility/projection.js';

/** The client's Job as JSON, as stored in a publication. */
export type ClientView = Record<string, Json>;

/** A share item with its content for the client's view. */
export interface ViewItem {
  key: string;
  content: Json;
}

/** Stable key of an item: `NOTE:<uuid>`, or `SCHEDULE` for a kind with one item. */
export function keyOf(kind: ShareItemKind, id?: string): string {
  return id ? `${kind}:${id}` : kind;
}

/** A view with the details that are part of every share and no items. */
export function emptyView(details: ClientView): ClientView {
  const fields = allShareables().flatMap(({ field, group }) => [field, group?.formerField ?? []]);
  const lists = Object.fromEntries(fields.flat().map((field) => [field, [] as Json[]]));
  return { ...details, status: null, ...lists };
}

/** A copy of the view with this item added or replaced. */
export function withItem(view: ClientView, { key, content }: ViewItem): ClientView {
  const { field, formerField, id } = placeOf(key);
  if (!id && formerField) {
    const { listed, former } = groupIn(content);
    return { ...view, [field]: listed, [formerField]: former };
  }
  if (!id) return { ...view, [field]: content };
  const rest = listOf(view, field).filter((item) => item.id !== id);
  const list = [...rest, content as ClientView].sort((a, b) =>
    (a.id as string) < (b.id as string) ? -1 : 1,
  );
  return { ...view, [field]: list };
}

/** A copy of the view without this item. */
export function withoutItem(view: ClientView, key: string): ClientView {
  const { field, formerField, id, empty } = placeOf(key);
  if (!id) return { ...view, [field]: empty, ...(formerField && { [formerField]: [] }) };
  return {
    ...view,
    [field]: listOf(view, field).filter((item) => item.id !== id),
  };
}

/** Content of an item of the view. If absent: undefined for a row, null for the status, an empty list for a group. */
export function itemIn(view: ClientView, key: string): Json | undefined {
  const { field, formerField, id } = placeOf(key);
  if (!id && formerField)
    return contentOf({ listed: listOf(view, field), former: listOf(view, formerField) });
  return id ? listOf(view, field).find((item) => item.id === id) : view[field];
}

/** Content of a group's item: the list of its rows, or an object if there are former rows. */
export function contentOf({ listed, former }: ShareGroup<Json>): Json {
  return former.length > 0 ? { listed, former } : listed;
}

/** Inverse of {@link contentOf}. */
export function groupIn(content: Json | undefined): ShareGroup<Json> {
  if (Array.isArray(content)) return { listed: content, former: [] };
  return (content as unknown as ShareGroup<Json> | null | undefined) ?? { listed: [], former: [] };
}

/**
 * A copy of the view whose photos are as their job lists them: by when they were taken, which the client is not told.
 * `candidates`: the items of the job in that order.
 */
export function inListedOrder(view: ClientView, candidates: { key: string }[]): ClientView {
  const places = new Map(candidates.map(({ key }, place) => [key, place]));
  const ordered = allShareables().filter(
    ({ record, singleItem }) => record.listedBy && !singleItem,
  );
  const lists = ordered.map(({ kind, field }) => {
    const placeOfRow = ({ id }: ClientView) => places.get(keyOf(kind, id as string)) ?? places.size;
    return [field, listOf(view, field).toSorted((a, b) => placeOfRow(a) - placeOfRow(b))];
  });
  return { ...view, ...Object.fromEntries(lists) };
}

/** A copy of the view with the computed fields, such as progress. */
export function completed(view: ClientView): ClientView {
  return { ...view, ...sharedJobDeclaration().derive(view) };
}

function placeOf(key: string): { field: string; formerField?: string; id?: string; empty: Json } {
  const [kind, id] = key.split(':') as [ShareItemKind, string | undefined];
  if (kind === 'STATUS') return { field: 'status', empty: null };
  const shareable = shareableOf(kind);
  if (!shareable) throw new Error(`No noun is shared as ${kind}.`);
  return { field: shareable.field, formerField: shareable.group?.formerField, id, empty: [] };
}

function listOf(view: ClientView, field: string): ClientView[] {
  return (view[field] ?? []) as ClientView[];
}
