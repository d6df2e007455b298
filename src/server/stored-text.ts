import { invalid, type Refusal } from '../visibility/refusals.js';

export const CANNOT_BE_STORED = 'The text has characters that cannot be stored; take them out.';

/** The refusal of variables with a NUL in one of their texts, naming its place, or null. */
export function unstorable(variables: Record<string, unknown> | null | undefined): Refusal | null {
  const path = variables ? pathOfNul(variables) : null;
  return path && invalid(path.join('.'), CANNOT_BE_STORED);
}

function pathOfNul(value: unknown): string[] | null {
  if (typeof value === 'string') return value.includes('\0') ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, each] of Object.entries(value)) {
    const path = pathOfNul(each);
    if (path) return [name, ...path];
  }
  return null;
}
