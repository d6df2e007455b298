import {
  type RegisteredShareable,
  type ShareItemKind,
  shareableOf,
} from '../../shareable/shareable.js';

/** Kinds of items that have a page of their own while their job is not shared. */
export type OwnPageKind = Extract<ShareItemKind, 'QUOTE' | 'INVOICE'>;

/** Declaration of the noun. */
export function pageNoun(kind: OwnPageKind): RegisteredShareable {
  const noun = shareableOf(kind);
  if (!noun?.ownPage) throw new Error(`A ${kind} has no page of its own.`);
  return noun;
}
