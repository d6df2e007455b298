import { isolated } from '../design/text/isolated';

/** Texts of the staff page. */
export const staffStrings = {
  editNamed: (name: string) => `Edit ${isolated(name)}`,
  role: 'Role',
  hourlyCost: 'Cost of an hour',
  confirmRemove: (name: string) => `Remove ${isolated(name)}?`,
  removeHint:
    'They are signed out at once and cannot sign in again. What they did keeps their name.',
};
