import { Ctx, ID, Resolver } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { ArgFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import type { StaffContext } from '../context.js';
import { addStaffMember } from './add-staff-member.js';
import { whoMay } from './capabilities.js';
import { changePassword } from './change-password.js';
import { checkPassword } from './password-rule.js';
import { hashPassword } from './passwords.js';
import { removeStaffMember } from './remove-staff-member.js';
import { StaffMember } from './staff-member.entity.js';
import {
  AddStaffMemberInput,
  StaffMemberPayload,
  UpdateStaffMemberInput,
} from './staff-member.inputs.js';
import { updateStaffMember } from './update-staff-member.js';

const managers = whoMay('MANAGE_STAFF');

@Resolver(() => StaffMember)
export class StaffMembersResolver {
  @QueryFor(internal, 'Everybody who works for the business now, by name.', () => [StaffMember])
  async staffMembers(@Ctx() { principal, reader }: StaffContext) {
    const everybody = await reader.children(StaffMember, 'businessId', principal.businessId);
    return everybody.filter(({ removedAt }) => !removedAt);
  }

  @MutationFor(
    managers,
    'Adds somebody, who can sign in from now on. Only owners add owners.',
    () => StaffMemberPayload,
  )
  async addStaffMember(
    @ArgFor(managers, 'input', 'Who they are.', () => AddStaffMemberInput)
    input: AddStaffMemberInput,
    @Ctx() { change, principal }: StaffContext,
  ) {
    checkPassword(input.password, 'input.password');
    // No connection is held while the hash is worked out.
    const passwordHash = await hashPassword(principal.staffId, input.password);
    return change(async (unit) => ({
      staffMember: await addStaffMember(unit, input, passwordHash),
    }));
  }

  @MutationFor(
    managers,
    'Changes somebody. Only owners change owners, and a business keeps at least one.',
    () => StaffMemberPayload,
  )
  updateStaffMember(
    @ArgFor(managers, 'input', 'What changes.', () => UpdateStaffMemberInput)
    input: UpdateStaffMemberInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ staffMember: await updateStaffMember(unit, input) }));
  }

  @MutationFor(
    managers,
    'Ends the sessions of somebody who no longer works here; what they did keeps their name.',
    () => StaffMemberPayload,
  )
  removeStaffMember(
    @ArgFor(managers, 'id', 'Which staff member; not yourself.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ staffMember: await removeStaffMember(unit, id) }));
  }

  @MutationFor(internal, 'Changes your own password and ends your other sessions.', () => Boolean)
  async changePassword(
    @ArgFor(internal, 'current', 'Your password now.', () => String) current: string,
    @ArgFor(internal, 'next', 'Your new password, 12 to 200 characters.', () => String)
    next: string,
    @Ctx() context: StaffContext,
  ): Promise<boolean> {
    await changePassword(context, { current, next });
    return true;
  }
}
