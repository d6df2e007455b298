import { Ctx, Resolver } from 'type-graphql';
import { staffAndVisitor, staffInPerson } from '../../../visibility/audience.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { MutationFor } from '../../../visibility/declare/operations.js';
import { invalid } from '../../../visibility/refusals.js';
import { emailAddress, normalEmail } from '../../common/contact.js';
import type { Context, StaffContext } from '../../common/context.js';
import { changeFields } from '../../common/copy-fields.js';
import { lockEntity } from '../../common/find-referenced.js';
import { refuseIfChanged } from '../../common/if-unchanged-since.js';
import { phoneOfBusiness } from '../../common/phone.js';
import { mailedTokenBound, password as passwordBound } from '../../common/text.js';
import { StaffMember } from '../staff-member.entity.js';
import { UpdateOwnProfileInput, UpdateOwnProfilePayload } from './account.inputs.js';
import { confirmEmailChange, requestEmailChange } from './change-email.js';
import './email-change-mails.js';

/** The signed-in person's own profile and email address. */
@Resolver()
export class AccountResolver {
  @MutationFor(staffInPerson, 'Updates your own profile.', () => UpdateOwnProfilePayload)
  updateOwnProfile(
    @ArgFor(staffInPerson, 'input', 'Changes to make.', () => UpdateOwnProfileInput)
    input: UpdateOwnProfileInput,
    @Ctx() { change, principal }: StaffContext,
  ) {
    return change(async (unit) => {
      const member = await lockEntity(unit, StaffMember, principal.staffId);
      await refuseIfChanged(unit, member, input.ifUnchangedSince, input);
      const phone = await phoneOfBusiness(unit, member.businessId, input.phone);
      changeFields(unit, member, input);
      if (input.phone !== undefined) member.phone = phone;
      return { staffMember: member };
    });
  }

  @MutationFor(
    staffInPerson,
    'Mails a link to a new email address. Your address changes when the link is opened, within an hour.',
    () => Boolean,
    { withoutKey: 'MAILED_LINK' },
  )
  async requestEmailChange(
    @ArgFor(staffInPerson, 'email', 'New email address for signing in.', () => String, {
      bound: emailAddress,
    })
    email: string,
    @ArgFor(staffInPerson, 'password', 'Your password.', () => String, { bound: passwordBound })
    password: string,
    @Ctx() context: StaffContext,
  ): Promise<boolean> {
    const address = normalEmail(email);
    if (!address) throw invalid('email', 'Write the new email address.');
    await requestEmailChange(context, { email: address, password });
    return true;
  }

  @MutationFor(
    staffAndVisitor,
    'Changes the email address of a staff member, by the token that was mailed to the new address.',
    () => Boolean,
    { withoutKey: 'SIGN_IN' },
  )
  async confirmEmailChange(
    @ArgFor(staffAndVisitor, 'token', 'Token of the link, after the #.', () => String, {
      bound: mailedTokenBound,
    })
    token: string,
    @Ctx() { change }: Context,
  ): Promise<boolean> {
    await change((unit) => confirmEmailChange(unit, token));
    return true;
  }
}
