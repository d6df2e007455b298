import type { Unit } from '../../database/unit-of-work.js';
import type { StaffMember } from './staff-member.entity.js';
import { StaffSession } from './staff-session.entity.js';

/** Ends the sessions of somebody from the next request on; all of them, or all but one. */
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
