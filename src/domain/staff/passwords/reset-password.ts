import type { Context } from '../../common/context.js';
import { requireCode, withCode } from '../second-factor/require-code.js';
import { endSessions } from '../sessions/end-sessions.js';
import { checkPassword } from '../sessions/password-rule.js';
import { hashPassword } from '../sessions/passwords.js';
import { startSession } from '../sessions/start-session.js';
import { notifyOfNewPassword } from './password-changed-mail.js';
import { endLinks, lockLinkOf } from './staff-link.entity.js';

type Caller = Pick<Context, 'change' | 'config' | 'limits' | 'address' | 'device'>;

/**
 * Sets a new password by the token of a mailed link, ends all sessions and links of the member, and starts a session.
 * A mail alone is one factor: a member with a second factor needs their code too. The link is used only when all of it
 * succeeds.
 *
 * @throws NOT_FOUND for a dead link; SECOND_FACTOR_REQUIRED; VALIDATION_FAILED for an unfit password or a wrong code.
 */
export async function resetPassword(
  caller: Caller,
  { token, password, code }: { token: string; password: string; code: string | null },
) {
  checkPassword(password, 'password');
  // Before hashing: a wrong token costs no CPU.
  const { staffId } = await caller.change(async (unit) => {
    const { member } = await lockLinkOf(unit, token, 'PASSWORD_RESET');
    return { staffId: member.id };
  });
  const passwordHash = await hashPassword(staffId, password);
  return withCode(caller, staffId, code, () =>
    caller.change(async (unit) => {
      const { member } = await lockLinkOf(unit, token, 'PASSWORD_RESET');
      await requireCode(unit, caller.config, member, code);
      member.passwordHash = passwordHash;
      await endSessions(unit, member);
      await endLinks(unit, member);
      await notifyOfNewPassword(unit, member);
      return startSession(unit, caller, member);
    }),
  );
}
