import type { ChangeSet } from '@mikro-orm/core';
import type { RecordClass } from '../database/rows.js';
import type { Json } from '../visibility/projection.js';
import type { Candidate } from './candidates.js';
import { type ClientView, itemIn, keyOf, type ViewItem } from './client-view.js';
import { allShareables } from './shareable.js';

/** Item key → the fields of it that this very change wrote. */
export type WrittenFields = Map<string, Set<string>>;

/** Notes what a change set writes of something that is shared by itself, such as one quote. */
export function noteWritten(written: WrittenFields, changeSet: ChangeSet<object>): void {
  const { record, kind, asOne } =
    allShareables().find((each) => each.record === (changeSet.meta.class as RecordClass)) ?? {};
  if (!record || !kind || asOne) return;
  const key = keyOf(kind, (changeSet.entity as { id: string }).id);
  const fields = written.get(key) ?? new Set();
  for (const field of Object.keys(changeSet.payload)) fields.add(field);
  written.set(key, fields);
}

/**
 * An item as the client has it, with nothing new in it but what this change wrote. What the client does
 * needs no review, but it must not carry along what somebody else changed and nobody has reviewed.
 */
export function onlyWritten(
  view: ClientView,
  { key, content }: Candidate,
  written: WrittenFields,
): ViewItem {
  const fresh = Object.entries(content as Record<string, Json>).filter(([field]) =>
    written.get(key)?.has(field),
  );
  const shown = itemIn(view, key) as Record<string, Json>;
  return { key, content: { ...shown, ...Object.fromEntries(fresh) } };
}
