import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { notFound } from '../../visibility/refusals.js';
import { lockEntity } from '../common/find-referenced.js';
import { lockOwners, refuseOwnersTo } from './owners.js';
import { StaffMember } from './staff-member.entity.js';

/** A member that this person may manage, and the owners, locked until commit. Throws NOT_FOUND or FORBIDDEN. */
export async function lockStaffMember(unit: Unit, id: string) {
  // Owners first: every change of staff locks rows in the same order.
  const owners = await lockOwners(unit);
  const member = await lockEntity(unit, StaffMember, id);
  if (member.removedAt) throw notFound();
  refuseOwnersTo(unit, member.role);
  return { member, owners };
}
