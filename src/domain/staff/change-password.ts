import { verify } from '@node-rs/argon2';
import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { staffOf } from '../jobs/job-to-change.js';
import { endSessions } from './end-sessions.js';
import { checkPassword } from './password-rule.js';
import { hashPassword } from './sign-in.js';
import { StaffMember } from './staff-member.entity.js';

/** Gives whoever asks a new password; wherever else they are signed in, they no longer are. */
export async function changePassword(
  unit: Unit,
  { current, next }: { current: string; next: string },
): Promise<void> {
  checkPassword(next, 'next');
  const { staffId, sessionId } = staffOf(unit);
  const member = await recordToChange(unit, StaffMember, staffId);
  if (!(await verify(member.passwordHash, current)))
    throw invalid('current', 'This is not your password now; check it.');
  member.passwordHash = await hashPassword(next);
  await endSessions(unit, member, sessionId);
}
