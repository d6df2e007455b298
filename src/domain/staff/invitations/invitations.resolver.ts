import { Ctx, ID, Resolver } from 'type-graphql';
import { staffAndVisitor } from '../../../visibility/audience.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../../visibility/declare/operations.js';
import { connectionOf, PageArgs, PageFor } from '../../common/connection.js';
import type { Context, StaffContext } from '../../common/context.js';
import { BelongsTo, type Related } from '../../common/relations.js';
import { mailedTokenBound, password as passwordBound } from '../../common/text.js';
import { Session } from '../staff.resolver.js';
import { StaffMember } from '../staff-member.entity.js';
import { acceptInvitation } from './accept-invitation.js';
import { Invitation } from './invitation.entity.js';
import { InvitationPayload, InviteStaffMemberInput } from './invitation.inputs.js';
import './invitation-mail.js';
import { cancelInvitation, inviteStaffMember } from './invite-staff-member.js';

const managers = rolesWith('MANAGE_STAFF');
const InvitationConnection = connectionOf(() => Invitation, 'Invitation', managers);

@Resolver(() => Invitation)
export class InvitationsResolver {
  @BelongsTo(managers, 'Staff member who sent it last.', () => StaffMember)
  invitedBy!: Related<StaffMember>;

  @QueryFor(
    managers,
    'Invitations that were not accepted or cancelled, newest first; expired ones too.',
    () => InvitationConnection,
    { reads: () => Invitation },
  )
  invitations(@PageFor(managers) page: PageArgs, @Ctx() { reader }: StaffContext) {
    const where = [{ isNull: 'acceptedAt' }, { isNull: 'cancelledAt' }];
    return reader.page(Invitation, { ...page, where });
  }

  @MutationFor(
    managers,
    'Mails an invitation, valid for seven days. Asking again for the same address sends a new link, and the older one dies.',
    () => InvitationPayload,
  )
  async inviteStaffMember(
    @ArgFor(managers, 'input', 'Person to invite.', () => InviteStaffMemberInput)
    input: InviteStaffMemberInput,
    @Ctx() { change, config, limits, principal }: StaffContext,
  ) {
    const { email } = input;
    await limits.mailedLinks.addOfBusiness(email, principal.businessId);
    return change(async (unit) => ({
      invitation: await inviteStaffMember(unit, config.secret, input),
    }));
  }

  @MutationFor(managers, 'Cancels an invitation; its link stops working.', () => InvitationPayload)
  cancelInvitation(
    @ArgFor(managers, 'id', 'Invitation ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ invitation: await cancelInvitation(unit, id) }));
  }

  @MutationFor(
    staffAndVisitor,
    'Accepts an invitation: makes you a staff member with this password and starts a session.',
    () => Session,
    { withoutKey: 'SIGN_IN' },
  )
  acceptInvitation(
    @ArgFor(staffAndVisitor, 'token', 'Token of the link, after the #.', () => String, {
      bound: mailedTokenBound,
    })
    token: string,
    @ArgFor(staffAndVisitor, 'password', 'Password, 12 to 200 characters.', () => String, {
      bound: passwordBound,
    })
    password: string,
    @Ctx() context: Context,
  ) {
    return acceptInvitation(context, { token, password });
  }
}
