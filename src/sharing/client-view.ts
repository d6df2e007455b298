import type { Json } from '../visibility/projection.js';
import { allShareables, type ShareGroup, type ShareItemKind, theSharedJob } from './shareable.js';

/** The client's Job as JSON: what a publication stores and a preview shows. */
export type ClientView = Record<string, Json>;

/** One thing that can be ticked, as it would stand in the client's view. */
export interface ViewItem {
  key: string;
  content: Json;
}

/** `NOTE:<uuid>` or `SCHEDULE`: the stable name of an item. */
export function keyOf(kind: ShareItemKind, id?: string): string {
  return id ? `${kind}:${id}` : kind;
}

/** A view of nothing but the details that go out with every share. */
export function emptyView(details: ClientView): ClientView {
  const fields = allShareables().flatMap(({ field, group }) => [field, group?.formerField ?? []]);
  const lists = Object.fromEntries(fields.flat().map((field) => [field, [] as Json[]]));
  return { ...details, status: null, ...lists };
}

/** The view with this item in it, in place of what it had under the same key. */
export function withItem(view: ClientView, { key, content }: ViewItem): ClientView {
  const { field, formerField, id } = placeOf(key);
  if (!id && formerField) {
    const { listed, former } = groupIn(content);
    return { ...view, [field]: listed, [formerField]: former };
  }
  if (!id) return { ...view, [field]: content };
  const rest = listOf(view, field).filter((each) => each.id !== id);
  const list = [...rest, content as ClientView].sort((a, b) =>
    (a.id as string) < (b.id as string) ? -1 : 1,
  );
  return { ...view, [field]: list };
}

export function withoutItem(view: ClientView, key: string): ClientView {
  const { field, formerField, id, empty } = placeOf(key);
  if (!id) return { ...view, [field]: empty, ...(formerField && { [formerField]: [] }) };
  return {
    ...view,
    [field]: listOf(view, field).filter((each) => each.id !== id),
  };
}

/** What the view says under a key, or undefined when it does not show it. */
export function itemIn(view: ClientView, key: string): Json | undefined {
  const { field, formerField, id } = placeOf(key);
  if (!id && formerField)
    return contentOf({ listed: listOf(view, field), former: listOf(view, formerField) });
  return id ? listOf(view, field).find((each) => each.id === id) : view[field];
}

/** A group as the content of its item. One without former rows is the plain list of its rows. */
export function contentOf({ listed, former }: ShareGroup<Json>): Json {
  return former.length > 0 ? { listed, former } : listed;
}

/** The group that is the content of an item. */
export function groupIn(content: Json | undefined): ShareGroup<Json> {
  if (Array.isArray(content)) return { listed: content, former: [] };
  return (content as unknown as ShareGroup<Json> | null | undefined) ?? { listed: [], former: [] };
}

/** Adds what follows from the rest, such as progress. */
export function completed(view: ClientView): ClientView {
  return { ...view, ...theSharedJob().derive(view) };
}

function placeOf(key: string): { field: string; formerField?: string; id?: string; empty: Json } {
  const [kind, id] = key.split(':') as [ShareItemKind, string | undefined];
  if (kind === 'STATUS') return { field: 'status', empty: null };
  const shareable = allShareables().find((each) => each.kind === kind);
  if (!shareable) throw new Error(`No noun is shared as ${kind}.`);
  return { field: shareable.field, formerField: shareable.group?.formerField, id, empty: [] };
}

function listOf(view: ClientView, field: string): ClientView[] {
  return (view[field] ?? []) as ClientView[];
}
