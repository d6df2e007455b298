import { invalid } from '../../visibility/refusals.js';

const LEAST = 12;
const MOST = 200;

/** A new password is long enough to be worth having, and short enough to be hashed. */
export function checkPassword(password: string, field: string): void {
  const { length } = [...password];
  if (length < LEAST || length > MOST || password.trim() === '')
    throw invalid(field, `A password has ${LEAST} to ${MOST} characters.`);
}
