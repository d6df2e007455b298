import { ObjectType } from 'type-graphql';
import type { Lookup } from '../../../database/reader/reader.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { declareEnum } from '../../../visibility/declare/enums.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import type { CardPaymentMode } from '../card-payments.js';

const editors = rolesWith('MANAGE_PAYMENT_TERMS');

const CardPaymentModeEnum = {
  OFF: 'OFF',
  OWN_ACCOUNT: 'OWN_ACCOUNT',
  CONNECT: 'CONNECT',
} as const satisfies { [M in CardPaymentMode]: M };

declareEnum(CardPaymentModeEnum, 'CardPaymentMode', editors, 'How online payments work.', {
  OFF: 'Not available on this server.',
  OWN_ACCOUNT: 'Through the Stripe account of the server.',
  CONNECT: 'Through a Stripe account of the business.',
});

export const CardAccountStatus = {
  NONE: 'NONE',
  INCOMPLETE: 'INCOMPLETE',
  IN_REVIEW: 'IN_REVIEW',
  READY: 'READY',
} as const;
export type CardAccountStatus = keyof typeof CardAccountStatus;

declareEnum(
  CardAccountStatus,
  'CardAccountStatus',
  editors,
  'State of the Stripe account of the business.',
  {
    NONE: 'Not connected.',
    INCOMPLETE: 'Details are missing at Stripe.',
    IN_REVIEW:
      'Stripe takes no payments for it at the moment: it checks the details or asks for more.',
    READY: 'Takes payments.',
  },
);

@ObjectType({ description: 'Online payments of the business.' })
export class CardPaymentSettings {
  @FieldFor(editors, 'How online payments work on this server.', () => CardPaymentModeEnum)
  mode!: CardPaymentMode;

  @FieldFor(editors, 'Whether the business has them switched on.', () => Boolean)
  enabled!: boolean;

  @FieldFor(
    editors,
    'State of the Stripe account of the business; null unless each business has its own.',
    () => CardAccountStatus,
    { nullable: true },
  )
  account!: CardAccountStatus | null;
}

/** Settings of a business, without the mode of the server. */
export const settingsLookup: Lookup<{ enabled: boolean; account: CardAccountStatus }> = {
  sql: `
    select b.id, b.card_payments_enabled as enabled,
      case when a.account_id is null then 'NONE' when a.charges_enabled then 'READY'
        when a.details_submitted then 'IN_REVIEW' else 'INCOMPLETE' end as account
    from businesses b left join stripe_accounts a on a.business_id = b.id
    where b.id = $1 and b.id = any($2)`,
  answer: ({ enabled, account }) => ({
    enabled: enabled as boolean,
    account: account as CardAccountStatus,
  }),
};
