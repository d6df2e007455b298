import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { normalEmail, normalPhone } from '../contact.js';
import { staffOf } from '../jobs/job-to-change.js';
import { refuseOwnersTo } from './owners.js';
import { StaffMember } from './staff-member.entity.js';
import type { AddStaffMemberInput } from './staff-member.inputs.js';

/** Adds somebody who can sign in from now on. */
export async function addStaffMember(
  unit: Unit,
  input: AddStaffMemberInput,
  passwordHash: string,
): Promise<StaffMember> {
  refuseOwnersTo(unit, input.role);
  const email = normalEmail(input.email);
  if (!email) throw invalid('input.email', 'Write the email address that they sign in with.');
  const member = unit.em.create(
    StaffMember,
    {
      businessId: staffOf(unit).businessId,
      name: input.name.trim(),
      email,
      phone: normalPhone(input.phone),
      role: input.role,
      hourlyCostCents: input.hourlyCostCents,
      passwordHash,
    },
    { partial: true },
  );
  await writeUnlessTaken(unit);
  return member;
}

/**
 * The index over every business's staff decides, and one sentence is all that is said: it is the same
 * whether a colleague has the address or a stranger, and it costs the same.
 */
async function writeUnlessTaken({ em }: Unit): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw invalid('input.email', 'This address cannot be used to sign in here; choose another.');
  }
}
