import { Ctx, Resolver } from 'type-graphql';
import { staffAndVisitor } from '../../../visibility/audience.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { MutationFor } from '../../../visibility/declare/operations.js';
import { normalEmail, signInAddress } from '../../common/contact.js';
import type { Context } from '../../common/context.js';
import {
  mailedTokenBound,
  password as passwordBound,
  secondFactorCode,
} from '../../common/text.js';
import { networkOf } from '../../enquiries/public-form/sender.js';
import { Session } from '../staff.resolver.js';
import { queuePasswordReset } from './password-tasks.js';
import { resetPassword } from './reset-password.js';

@Resolver()
export class PasswordsResolver {
  @MutationFor(
    staffAndVisitor,
    'Mails a link for a new password, if anybody signs in with this address. The answer is always true.',
    () => Boolean,
    { withoutKey: 'MAILED_LINK' },
  )
  async requestPasswordReset(
    @ArgFor(staffAndVisitor, 'email', 'Email address for signing in.', () => String, {
      bound: signInAddress,
    })
    email: string,
    @Ctx() { change, limits, address }: Context,
  ): Promise<boolean> {
    const recipient = normalEmail(email) ?? '';
    const isAllowed = await limits.mailedLinks.addReset(recipient, networkOf(address));
    await change(async (unit) => {
      if (isAllowed) await queuePasswordReset(unit, recipient);
      return {};
    });
    return true;
  }

  @MutationFor(
    staffAndVisitor,
    'Sets a new password by the token of a mailed link, ends all your sessions and starts one.',
    () => Session,
    { withoutKey: 'SIGN_IN' },
  )
  resetPassword(
    @ArgFor(staffAndVisitor, 'token', 'Token of the link, after the #.', () => String, {
      bound: mailedTokenBound,
    })
    token: string,
    @ArgFor(staffAndVisitor, 'password', 'New password, 12 to 200 characters.', () => String, {
      bound: passwordBound,
    })
    password: string,
    @ArgFor(
      staffAndVisitor,
      'code',
      'Code of the authenticator app or a recovery code, if you have a second factor.',
      () => String,
      { nullable: true, bound: secondFactorCode },
    )
    code: string | null,
    @Ctx() context: Context,
  ) {
    return resetPassword(context, { token, password, code });
  }
}
