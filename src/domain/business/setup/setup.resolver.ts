import { Ctx, Resolver } from 'type-graphql';
import { staffAndVisitor } from '../../../visibility/audience.js';
import { opaque } from '../../../visibility/bounds.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../../visibility/declare/operations.js';
import { emailAddress } from '../../common/contact.js';
import type { Context } from '../../common/context.js';
import { Session } from '../../staff/staff.resolver.js';
import { businessChoices } from './choices.js';
import { requestRegistration } from './request-registration.js';
import { setUpBusiness } from './set-up-business.js';
import {
  BusinessChoices,
  MAX_TOKEN_LENGTH,
  SetUpBusinessInput,
  SetupLinkStatus,
} from './setup.inputs.js';
import { usableLink } from './usable-link.js';

@Resolver()
export class SetupResolver {
  @QueryFor(
    staffAndVisitor,
    'Countries, time zones and currencies that a business can have.',
    () => BusinessChoices,
  )
  businessChoices(): BusinessChoices {
    return businessChoices();
  }

  @QueryFor(
    staffAndVisitor,
    'The set-up link of a token; null when it does not work (any more).',
    () => SetupLinkStatus,
    { nullable: true },
  )
  async setupLink(
    @ArgFor(staffAndVisitor, 'token', 'What follows the # in the link.', () => String, {
      bound: opaque(MAX_TOKEN_LENGTH),
    })
    token: string,
    @Ctx() { change, limits, address }: Context,
  ): Promise<SetupLinkStatus | null> {
    const { email } = await change(async (unit) => ({
      email: (await usableLink(unit, token))?.email,
    }));
    if (email === undefined) await limits.setups.addWrongLink(address);
    return email === undefined ? null : { email };
  }

  @MutationFor(
    staffAndVisitor,
    'Sets up a business with its owner, who is signed in. Needs the token of a set-up link, which works once.',
    () => Session,
    { withoutKey: 'SIGN_IN' },
  )
  setUpBusiness(
    @ArgFor(staffAndVisitor, 'input', 'Business to set up.', () => SetUpBusinessInput)
    input: SetUpBusinessInput,
    @Ctx() context: Context,
  ) {
    return setUpBusiness(context, input);
  }

  @MutationFor(
    staffAndVisitor,
    'Mails a set-up link to an address, where registration is open. The answer is the same for every address.',
    () => Boolean,
    { withoutKey: 'MAILED_LINK' },
  )
  async requestRegistration(
    @ArgFor(staffAndVisitor, 'email', 'Email address of the owner to be.', () => String, {
      bound: emailAddress,
    })
    email: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await requestRegistration(context, email);
    return true;
  }
}
