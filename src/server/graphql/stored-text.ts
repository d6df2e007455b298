import type { DocumentNode } from 'graphql';
import { invalid, type Refusal } from '../../visibility/refusals.js';
import { pathOfVariable } from './error-location.js';

export const CANNOT_BE_STORED = 'The text has characters that cannot be stored; take them out.';

/** Returns a refusal naming the argument or input field of the first variable with a NUL character, or null. */
export function unstorable(
  document: DocumentNode,
  variables: Record<string, unknown> | null | undefined,
): Refusal | null {
  const path = variables ? pathOfNul(variables) : null;
  if (!path) return null;
  const [name = '', ...inner] = path;
  return invalid([pathOfVariable(document, name) ?? name, ...inner].join('.'), CANNOT_BE_STORED);
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
