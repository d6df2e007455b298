import { invalid } from '../../visibility/refusals.js';

const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 200;

/** A new password is long enough to be worth having, and short enough to be hashed. */
export function checkPassword(password: string, field: string): void {
  const { length } = [...password];
  if (length < MIN_CHARACTERS || length > MAX_CHARACTERS || password.trim() === '')
    throw invalid(field, `A password has ${MIN_CHARACTERS} to ${MAX_CHARACTERS} characters.`);
}
