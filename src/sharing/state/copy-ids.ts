import { digestOf } from '../../shareable/shareable.js';

/**
 * Endings of the IDs in what staff read of a client's view, for `CopyOf`. Copies with different content have different
 * endings, also where versions are counted on their own: a quote can be on its own page and in its job's publication.
 */
export function endingOfVersion(version: number): string {
  return `@${version}`;
}

/** Of a version of the own page of a quote or an invoice. */
export function endingOfPage(version: number): string {
  return `@${version}-page`;
}

const DIGEST_LENGTH = 16;

/** Of a preview. The same for the same items, in any order; too long to be a version. */
export function endingOfSelection(keys: readonly string[]): string {
  return `@${digestOf([...new Set(keys)].sort()).slice(0, DIGEST_LENGTH)}`;
}
