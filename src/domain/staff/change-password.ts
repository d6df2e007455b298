import { invalid } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import type { StaffContext } from '../context.js';
import { endSessions } from './end-sessions.js';
import { checkPassword } from './password-rule.js';
import { hashPassword, isPassword } from './passwords.js';
import { StaffMember } from './staff-member.entity.js';

/**
 * Gives whoever asks a new password; wherever else they are signed in, they no longer are. Guessing the
 * present one counts as guessing at sign-in does, but by session: no stranger on the network uses it up.
 */
export async function changePassword(
  { change, limits, principal }: StaffContext,
  { current, next }: { current: string; next: string },
): Promise<void> {
  checkPassword(next, 'next');
  const { staffId, sessionId } = principal;
  const { email, passwordHash } = await change(async (unit) => {
    const member = await unit.em.findOneOrFail(StaffMember, staffId);
    return { email: member.email, passwordHash: member.passwordHash };
  });
  const guess = { account: email, place: `session ${sessionId}`, password: current };
  await limits.guesses.begin(guess);
  if (!(await isPassword(staffId, current, passwordHash))) throw notThis();
  const nextHash = await hashPassword(staffId, next);
  await change(async (unit) => {
    const member = await recordToChange(unit, StaffMember, staffId);
    // Another change came first.
    if (member.passwordHash !== passwordHash) throw notThis();
    member.passwordHash = nextHash;
    await endSessions(unit, member, sessionId);
    return {};
  });
  await limits.guesses.wasRight(guess);
}

function notThis() {
  return invalid('current', 'This is not your password now; check it.');
}
