import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { normalPhone } from '../contact.js';
import { memberToChange } from './member-to-change.js';
import { isOwner, keepAnOwner, refuseOwnersTo } from './owners.js';
import type { StaffMember } from './staff-member.entity.js';
import type { UpdateStaffMemberInput } from './staff-member.inputs.js';

/** Changes what the input names and leaves the rest; null clears a phone number. */
export async function updateStaffMember(
  unit: Unit,
  input: UpdateStaffMemberInput,
): Promise<StaffMember> {
  for (const field of ['name', 'role', 'hourlyCostCents'] as const) {
    if (input[field] === null)
      throw invalid(`input.${field}`, 'This cannot be empty; leave it out to keep it as it is.');
  }
  const { member, owners } = await memberToChange(unit, input.id);
  const role = input.role ?? member.role;
  refuseOwnersTo(unit, role);
  if (isOwner(member.role) && !isOwner(role)) keepAnOwner(owners, member);
  member.role = role;
  member.name = input.name?.trim() ?? member.name;
  member.hourlyCostCents = input.hourlyCostCents ?? member.hourlyCostCents;
  if (input.phone !== undefined) member.phone = normalPhone(input.phone);
  return member;
}
