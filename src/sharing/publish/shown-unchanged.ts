import { digestOf } from '../../shareable/shareable.js';
import { itemIn } from '../state/client-view.js';
import type { ShareState } from '../state/share-state.js';

/** Whether the client sees this item with exactly its current content. */
export function isShownUnchanged({ publication, offered }: ShareState, key: string): boolean {
  const shown = publication && itemIn(publication.view, key);
  return shown !== null && shown !== undefined && digestOf(shown) === offered[key];
}
