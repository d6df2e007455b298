import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { fieldsOf } from '../common/copy-fields.js';
import { phoneOfBusiness } from '../common/phone.js';
import { staffOf } from '../jobs/lock-job.js';
import { inviteStaffMember } from './invitations/invite-staff-member.js';
import { StaffMember } from './staff-member.entity.js';
import type { AddStaffMemberInput } from './staff-member.inputs.js';

/**
 * Adds a staff member without a password and mails them an invitation: they can be put on jobs at once, and sign in and
 * get mail about the work once they have accepted it. Throws VALIDATION_FAILED for the address of a colleague.
 */
export async function addStaffMember(
  unit: Unit,
  secret: string,
  input: AddStaffMemberInput & { email: string },
): Promise<StaffMember> {
  const { businessId } = staffOf(unit);
  const phone = await phoneOfBusiness(unit, businessId, input.phone);
  await inviteStaffMember(unit, secret, input);
  const fields = { ...fieldsOf(unit, StaffMember, input), businessId, phone };
  const member = unit.em.create(StaffMember, fields, { partial: true });
  try {
    await unit.em.flush();
  } catch (error) {
    // Somebody who was added and has not accepted yet, or a colleague who took the address meanwhile.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw invalid('input.email', 'Somebody with this address works here already.');
  }
  return member;
}
