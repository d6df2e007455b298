import { isolated } from '../../design/isolated';

/** Texts of the bar that offers to undo a removal. */
export const undoStrings = {
  removed: (name: string) => `Removed: ${isolated(name)}`,
  undo: 'Undo',
  close: 'Close',
};
