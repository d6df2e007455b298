import { Ctx, ObjectType, Resolver } from 'type-graphql';
import { personWith, rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../../../visibility/declare/operations.js';
import { conflict, notFound } from '../../../visibility/refusals.js';
import type { StaffContext } from '../../common/context.js';
import { type CardPaymentServices, cardPaymentMode } from '../card-payments.js';
import { CardPaymentSettings, settingsLookup } from './card-payment-settings.js';
import { openOnboarding, refreshAccount, reserveAccount } from './connect-stripe.js';

const editors = rolesWith('MANAGE_PAYMENT_TERMS');

@ObjectType({ description: 'Result of connectStripe.' })
class ConnectStripePayload {
  @FieldFor(editors, 'One-time address at Stripe at which to enter the details.', () => String)
  url!: string;
}

@ObjectType({ description: 'Result of refreshStripeAccount.' })
class RefreshStripeAccountPayload {
  @FieldFor(editors, 'Settings after the change.', () => CardPaymentSettings)
  cardPayments!: CardPaymentSettings;
}

/** Settings of online payments. They are switched on and off by `updateBusiness`. */
@Resolver()
export class CardPaymentSettingsResolver {
  @QueryFor(editors, 'Settings of online payments.', () => CardPaymentSettings)
  cardPayments(@Ctx() context: StaffContext) {
    return settingsOf(context);
  }

  @MutationFor(
    // Stripe asks for a person, who accepts its terms.
    personWith('MANAGE_PAYMENT_TERMS'),
    'Begins or continues to connect a Stripe account of the business. Asked again, it is the same account with a new address.',
    () => ConnectStripePayload,
    { withoutKey: 'HARMLESS' },
  )
  async connectStripe(@Ctx() context: StaffContext) {
    const services = requireConnect(context);
    const { reserved } = await context.change(async (unit) => ({
      reserved: await reserveAccount(unit),
    }));
    return { url: await openOnboarding(services, reserved) };
  }

  @MutationFor(
    editors,
    'Asks Stripe for the present state of the account of the business.',
    () => RefreshStripeAccountPayload,
    { withoutKey: 'HARMLESS' },
  )
  async refreshStripeAccount(@Ctx() context: StaffContext) {
    await refreshAccount(requireConnect(context), context.principal.businessId);
    return { cardPayments: await settingsOf(context) };
  }
}

async function settingsOf({ reader, principal, config }: StaffContext) {
  const settings = await reader.lookup(settingsLookup, principal.businessId);
  if (!settings) throw notFound();
  const mode = cardPaymentMode(config.stripe);
  return { ...settings, mode, account: mode === 'CONNECT' ? settings.account : null };
}

function requireConnect({ config, cardPayments }: StaffContext): CardPaymentServices {
  if (cardPayments && config.stripe?.connect) return cardPayments;
  throw conflict('On this server businesses connect no Stripe accounts of their own.');
}
