import type { Unit } from '../../database/unit-of-work.js';
import { notFound } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { holdOwners, refuseOwnersTo } from './owners.js';
import { StaffMember } from './staff-member.entity.js';

/** A colleague whom this person may manage, held until the change commits, with the owners there are. */
export async function memberToChange(unit: Unit, id: string) {
  // Owners first, and always: whoever changes staff takes the rows in the same order.
  const owners = await holdOwners(unit);
  const member = await recordToChange(unit, StaffMember, id);
  if (member.removedAt) throw notFound();
  refuseOwnersTo(unit, member.role);
  return { member, owners };
}
