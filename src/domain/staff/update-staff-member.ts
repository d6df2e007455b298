import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { changeFields } from '../common/copy-fields.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { phoneOfBusiness } from '../common/phone.js';
import { lockStaffMember } from './member-to-change.js';
import { isOwner, keepAnOwner, refuseOwnersTo } from './owners.js';
import type { StaffMember } from './staff-member.entity.js';
import type { UpdateStaffMemberInput } from './staff-member.inputs.js';

/** Updates the fields present in the input; null clears the phone number. */
export async function updateStaffMember(
  unit: Unit,
  input: UpdateStaffMemberInput,
): Promise<StaffMember> {
  const { member, owners } = await lockStaffMember(unit, input.id);
  await refuseIfChanged(unit, member, input.ifUnchangedSince, input);
  const role = input.role ?? member.role;
  refuseOwnersTo(unit, role);
  if (isOwner(member.role) && !isOwner(role)) keepAnOwner(owners, member);
  const phone = await phoneOfBusiness(unit, member.businessId, input.phone);
  changeFields(unit, member, input);
  if (input.phone !== undefined) member.phone = phone;
  return member;
}
