import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { staffInPerson, staffOnly } from '../../visibility/audience.js';
import { may, rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { connectionOf, PageArgs, PageFor } from '../common/connection.js';
import type { Rooted, StaffContext } from '../common/context.js';
import { password } from '../common/text.js';
import { addStaffMember } from './add-staff-member.js';
import { removeStaffMember } from './remove-staff-member.js';
import { changePassword } from './sessions/change-password.js';
import { StaffMember } from './staff-member.entity.js';
import {
  AddStaffMemberInput,
  StaffMemberPayload,
  UpdateStaffMemberInput,
} from './staff-member.inputs.js';
import {
  StaffMemberFilter,
  StaffMemberOrder,
  staffMemberOrder,
  staffMembersOf,
} from './staff-member-lists.js';
import { updateStaffMember } from './update-staff-member.js';

const StaffMemberConnection = connectionOf(() => StaffMember, 'StaffMember');
const managers = rolesWith('MANAGE_STAFF');

@Resolver(() => StaffMember)
export class StaffMembersResolver {
  @ResolvedFieldFor(
    staffOnly,
    'Whether this person can be put on a job or a visit.',
    () => Boolean,
    { columns: ['role'] },
  )
  assignable(@Root() { role }: Rooted<StaffMember>): boolean {
    return may(role, 'BE_ASSIGNED');
  }

  @QueryFor(staffOnly, 'Staff members of the business, without removed ones, by name.', () => [
    StaffMember,
  ])
  async staffMembers(@Ctx() { principal, reader }: StaffContext) {
    const members = await reader.children(StaffMember, 'businessId', principal.businessId);
    return members.filter(({ removedAt }) => !removedAt);
  }

  @QueryFor(staffOnly, '`staffMembers`, paginated, newest first.', () => StaffMemberConnection, {
    reads: () => StaffMember,
  })
  staffMembersPage(
    @PageFor(staffOnly) page: PageArgs,
    @ArgFor(staffOnly, 'filter', 'Filter.', () => StaffMemberFilter, { nullable: true })
    filter: StaffMemberFilter | null,
    @ArgFor(staffOnly, 'orderBy', 'Sort order.', () => StaffMemberOrder, {
      nullable: true,
      defaultValue: StaffMemberOrder.NEWEST_FIRST,
      about: 'StaffMember.name StaffMember.updatedAt',
    })
    orderBy: StaffMemberOrder | null,
    @Ctx() { reader, principal: { audience } }: StaffContext,
  ) {
    return reader.page(StaffMember, {
      ...page,
      where: staffMembersOf(filter ?? {}, audience),
      orderBy: staffMemberOrder(orderBy ?? StaffMemberOrder.NEWEST_FIRST, audience),
    });
  }

  @MutationFor(
    managers,
    'Adds a staff member and mails them an invitation; they can sign in once they have accepted it and chosen a password. Only owners can add owners.',
    () => StaffMemberPayload,
    {
      deprecationReason:
        'Use inviteStaffMember: the person becomes a staff member on accepting, and nobody chooses a password for them.',
    },
  )
  async addStaffMember(
    @ArgFor(managers, 'input', 'Staff member to add.', () => AddStaffMemberInput)
    input: AddStaffMemberInput,
    @Ctx() { change, config, limits, principal }: StaffContext,
  ) {
    const { email } = input;
    await limits.mailedLinks.addOfBusiness(email, principal.businessId);
    return change(async (unit) => ({
      staffMember: await addStaffMember(unit, config.secret, input),
    }));
  }

  @MutationFor(
    managers,
    'Updates a staff member. Only owners can change owners; a business keeps at least one owner.',
    () => StaffMemberPayload,
  )
  updateStaffMember(
    @ArgFor(managers, 'input', 'Changes to make.', () => UpdateStaffMemberInput)
    input: UpdateStaffMemberInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ staffMember: await updateStaffMember(unit, input) }));
  }

  @MutationFor(
    managers,
    'Removes a staff member and ends their sessions; their name stays on their work. Their visits ahead go to somebody else, or stay without them.',
    () => StaffMemberPayload,
  )
  removeStaffMember(
    @ArgFor(managers, 'id', 'Staff member ID; not your own.', () => ID) id: string,
    @ArgFor(
      managers,
      'reassignTo',
      'ID of the staff member who takes over the visits ahead; null for nobody. See staffRemovalImpact.',
      () => ID,
      { nullable: true },
    )
    reassignTo: string | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({
      staffMember: await removeStaffMember(unit, id, reassignTo ?? null),
    }));
  }

  @MutationFor(
    staffInPerson,
    'Changes your own password and ends your other sessions.',
    () => Boolean,
    { withoutKey: 'SIGN_IN' },
  )
  async changePassword(
    @ArgFor(staffInPerson, 'current', 'Current password.', () => String, { bound: password })
    current: string,
    @ArgFor(staffInPerson, 'next', 'New password, 12 to 200 characters.', () => String, {
      bound: password,
    })
    next: string,
    @Ctx() context: StaffContext,
  ): Promise<boolean> {
    await changePassword(context, { current, next });
    return true;
  }
}
