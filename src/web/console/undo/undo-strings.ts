import { isolated } from '../../design/text/isolated';

/** Texts of the bar that offers to undo a removal. */
export const undoStrings = {
  removed: (name: string) => `Removed: ${isolated(name)}`,
  undo: 'Undo',
  close: 'Close',
};
