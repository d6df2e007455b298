/** Digests of contents by item key. `DETAILS` is the key of the fields that are part of every share. */
export type Digests = Record<string, string>;

export const DETAILS = 'DETAILS';

/** Whether any item was added, removed or changed. */
export function differ(one: Digests, other: Digests): boolean {
  return changedKeys(one, other).length > 0;
}

/** Keys of the items that were added, removed or changed. */
export function changedKeys(one: Digests, other: Digests): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => one[key] !== other[key]);
}
