import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { staffOf } from '../jobs/job-to-change.js';
import { endSessions } from './end-sessions.js';
import { memberToChange } from './member-to-change.js';
import { isOwner, keepAnOwner } from './owners.js';
import type { StaffMember } from './staff-member.entity.js';

/** Somebody no longer works here: their sessions end, and what they did keeps their name. */
export async function removeStaffMember(unit: Unit, id: string): Promise<StaffMember> {
  const { member, owners } = await memberToChange(unit, id);
  if (member.id === staffOf(unit).staffId)
    throw conflict('Nobody removes themselves; ask somebody else who manages staff.');
  if (isOwner(member.role)) keepAnOwner(owners, member);
  member.removedAt = unit.now;
  await endSessions(unit, member);
  return member;
}
