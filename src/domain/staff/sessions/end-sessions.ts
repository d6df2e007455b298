import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { StaffMember } from '../staff-member.entity.js';
import { signedInPerson } from './confirm-password.js';
import { StaffSession } from './staff-session.entity.js';

/** Ends the session of the caller. */
export async function endOwnSession(unit: Unit) {
  const { sessionId } = signedInPerson({ principal: unit.actor });
  const session = await unit.em.findOneOrFail(StaffSession, sessionId);
  session.revokedAt ??= unit.now;
  return {};
}

/** Revokes the sessions of a staff member, except the one with the ID `except`. */
export async function endSessions(
  { em, now }: Unit,
  member: StaffMember,
  except?: string,
): Promise<void> {
  const { id: staffMember, businessId } = member;
  const open = await em.find(StaffSession, { businessId, staffMember, revokedAt: null });
  for (const session of open) {
    if (session.id !== except) session.revokedAt = now;
  }
}
