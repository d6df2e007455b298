import { invalid } from '../../visibility/refusals.js';

const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 200;
/** What JavaScript counts for the longest password: a character may take two. */
const MAX_LENGTH = 2 * MAX_CHARACTERS;

/** A new password is long enough to be worth having, and short enough to be hashed. */
export function checkPassword(password: string, field: string): void {
  checkPasswordLength(password, field);
  const { length } = [...password];
  if (length < MIN_CHARACTERS || length > MAX_CHARACTERS || password.trim() === '')
    throw invalid(field, `A password has ${MIN_CHARACTERS} to ${MAX_CHARACTERS} characters.`);
}

/** Refuses what is too long to be anybody's password, before anything else looks at it. */
export function checkPasswordLength(password: string, field: string): void {
  if (password.length > MAX_LENGTH)
    throw invalid(field, `A password has at most ${MAX_CHARACTERS} characters.`);
}
