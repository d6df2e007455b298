import { itemIn } from './client-view.js';
import type { ShareState } from './share-state.js';
import { digestOf } from './shareable.js';

/** Whether the client has this item, word for word as it is now. */
export function shownAsItIs({ publication, offered }: ShareState, key: string): boolean {
  const shown = publication && itemIn(publication.view, key);
  return shown !== null && shown !== undefined && digestOf(shown) === offered[key];
}
