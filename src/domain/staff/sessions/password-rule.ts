import { invalid } from '../../../visibility/refusals.js';

const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 200;

/** Throws VALIDATION_FAILED unless a new password has 12 to 200 characters. */
export function checkPassword(password: string, field: string): void {
  const { length } = [...password];
  if (length < MIN_CHARACTERS || length > MAX_CHARACTERS || password.trim() === '')
    throw invalid(field, `A password has ${MIN_CHARACTERS} to ${MAX_CHARACTERS} characters.`);
}
