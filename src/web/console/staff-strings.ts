/** Texts of the staff page. */
export const staffStrings = {
  editNamed: (name: string) => `Edit ${name}`,
  role: 'Role',
  hourlyCost: 'Cost of an hour',
  confirmRemove: (name: string) => `Remove ${name}?`,
  removeHint:
    'They are signed out at once and cannot sign in again. What they did keeps their name.',
};
