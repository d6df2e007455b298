/** Item key → digest of its content. `DETAILS` stands for what goes out with every share. */
export type Digests = Record<string, string>;

export const DETAILS = 'DETAILS';

/** Whether any item came, went or changed. */
export function differ(one: Digests, other: Digests): boolean {
  return changedKeys(one, other).length > 0;
}

/** The keys whose content is not the same on both sides. */
export function changedKeys(one: Digests, other: Digests): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => one[key] !== other[key]);
}
