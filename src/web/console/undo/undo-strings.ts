/** Texts of the bar that offers to undo a removal. */
export const undoStrings = {
  removed: (name: string) => `Removed: ${name}`,
  undo: 'Undo',
  close: 'Close',
};
