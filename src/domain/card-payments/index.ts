import { CardPaymentSettingsResolver } from './accounts/card-payment-settings.resolver.js';
import { StripeAccount } from './accounts/stripe-account.entity.js';
import { Checkout } from './checkouts/checkout.entity.js';
import { StripeEvent } from './records/stripe-event.entity.js';
import { CardRefund } from './refunds/card-refund.entity.js';
import {
  CardRefundResolver,
  CheckoutResolver,
  InvoiceCheckoutsResolver,
  RefundResolver,
} from './refunds/refund.resolver.js';

export const cardPayments = {
  entities: [Checkout, CardRefund, StripeAccount, StripeEvent],
  resolvers: [
    CardPaymentSettingsResolver,
    InvoiceCheckoutsResolver,
    CheckoutResolver,
    CardRefundResolver,
    RefundResolver,
  ],
};
