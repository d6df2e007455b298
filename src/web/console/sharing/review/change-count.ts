import type { ShareItemChange } from '../../../gen/operations';

interface ChangedPrompt {
  items: { change: ShareItemChange }[];
  details: unknown[];
}

/** Number of changes that a prompt asks about: items, and details that are part of every share. */
export function changeCountOf({ items, details }: ChangedPrompt): number {
  return items.filter(({ change }) => change !== 'UNCHANGED').length + details.length;
}
