import { isUuid } from '../../database/sql/uuid.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid } from '../../visibility/refusals.js';
import { findStaff, refuseRolesThatStayOffJobs } from '../jobs/assign-staff.js';
import { staffOf } from '../jobs/lock-job.js';
import { handOverVisits, lockJobsAhead } from '../visits/handover/hand-over-visits.js';
import { cancelInvitationsOf } from './invitations/invite-staff-member.js';
import { lockStaffMember } from './member-to-change.js';
import { isOwner, keepAnOwner } from './owners.js';
import { endSessions } from './sessions/end-sessions.js';
import type { StaffMember } from './staff-member.entity.js';

/**
 * Removes a staff member, ends their sessions and cancels an invitation that they have not accepted. Their name stays on their work; their visits ahead go to
 * `reassignTo`, or stay without them.
 *
 * @throws CONFLICT for oneself; VALIDATION_FAILED when `reassignTo` cannot be put on visits.
 */
export async function removeStaffMember(
  unit: Unit,
  id: string,
  reassignTo: string | null,
): Promise<StaffMember> {
  if (isUuid(id)) await lockJobsAhead(unit, id);
  const { member, owners } = await lockStaffMember(unit, id);
  if (member.id === staffOf(unit).staffId)
    throw conflict('Nobody removes themselves; ask somebody else who manages staff.');
  if (isOwner(member.role)) keepAnOwner(owners, member);
  await handOverVisits(unit, member, await successor(unit, member, reassignTo));
  member.removedAt = unit.now;
  await cancelInvitationsOf(unit, member);
  await endSessions(unit, member);
  return member;
}

async function successor(
  unit: Unit,
  { id, businessId }: StaffMember,
  reassignTo: string | null,
): Promise<StaffMember | null> {
  if (!reassignTo) return null;
  if (reassignTo === id) throw invalid('reassignTo', 'Choose somebody else for their visits.');
  const members = await findStaff(unit, businessId, [reassignTo], 'reassignTo');
  refuseRolesThatStayOffJobs(members, 'reassignTo');
  return members[0] ?? null;
}
