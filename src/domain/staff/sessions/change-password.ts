import type { StaffContext } from '../../common/context.js';
import { lockEntity } from '../../common/find-referenced.js';
import { notifyOfNewPassword } from '../passwords/password-changed-mail.js';
import { endLinks } from '../passwords/staff-link.entity.js';
import { StaffMember } from '../staff-member.entity.js';
import { withPassword, wrongPassword } from './confirm-password.js';
import { endSessions } from './end-sessions.js';
import { checkPassword } from './password-rule.js';
import { hashPassword } from './passwords.js';

/** Changes the password of the signed-in staff member and ends their other sessions and their mailed links. */
export async function changePassword(
  context: StaffContext,
  { current, next }: { current: string; next: string },
): Promise<void> {
  checkPassword(next, 'next');
  const { staffId, sessionId } = context.principal;
  await withPassword(context, current, 'current', async (passwordHash) => {
    const nextHash = await hashPassword(staffId, next);
    await context.change(async (unit) => {
      const member = await lockEntity(unit, StaffMember, staffId);
      // The password was changed concurrently.
      if (member.passwordHash !== passwordHash) throw wrongPassword('current');
      member.passwordHash = nextHash;
      await endSessions(unit, member, sessionId);
      await endLinks(unit, member);
      await notifyOfNewPassword(unit, member);
      return {};
    });
  });
}
