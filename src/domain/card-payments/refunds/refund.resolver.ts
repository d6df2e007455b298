import { Ctx, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { MutationFor } from '../../../visibility/declare/operations.js';
import { conflict } from '../../../visibility/refusals.js';
import type { StaffContext } from '../../common/context.js';
import { BelongsTo, HasMany, type Related } from '../../common/relations.js';
import { oneLine, text } from '../../common/text.js';
import { Invoice } from '../../invoices/invoice.entity.js';
import { Payment } from '../../invoices/payments/payment.entity.js';
import { MAX_KEY_LENGTH } from '../../invoices/payments/record-payment.js';
import { MAX_REASON_LENGTH } from '../../invoices/payments/reverse-payment.js';
import { JobChange } from '../../jobs/job-change.js';
import { payment } from '../../money/bounds.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Checkout } from '../checkouts/checkout.entity.js';
import { CardRefund } from './card-refund.entity.js';
import { refundPayment } from './refund-payment.js';

const readers = rolesWith('READ_INVOICES');
const writers = rolesWith('WRITE_INVOICES');

@ObjectType({ implements: JobChange, description: 'Result of refundPayment.' })
class RefundPaymentPayload extends JobChange {
  @FieldFor(
    writers,
    'Invoice; the amount is owed again once Stripe has taken the refund.',
    () => Invoice,
  )
  invoice!: Invoice;

  @FieldFor(writers, 'Payment; reversed once Stripe has taken the refund.', () => Payment)
  payment!: Payment;

  @FieldFor(writers, 'Requested refund.', () => CardRefund)
  refund!: CardRefund;
}

/** Attempts to pay an invoice online. */
@Resolver(() => Invoice)
export class InvoiceCheckoutsResolver {
  @HasMany(
    readers,
    'Attempts of the client to pay online, oldest first.',
    () => Checkout,
    'invoice',
    {
      nullable: true,
    },
  )
  checkouts!: Checkout[];
}

@Resolver(() => Checkout)
export class CheckoutResolver {
  @HasMany(readers, 'Refunds and disputes, oldest first.', () => CardRefund, 'checkout')
  refunds!: CardRefund[];
}

@Resolver(() => CardRefund)
export class CardRefundResolver {
  @BelongsTo(
    readers,
    'Staff member who requested it; null if it was made automatically or at Stripe.',
    () => StaffMember,
  )
  requestedBy!: Related<StaffMember> | null;
}

@Resolver()
export class RefundResolver {
  @MutationFor(
    writers,
    "Refunds a payment on the client's page, as a whole or in part, the way it was paid. It is reversed when Stripe has taken the refund.",
    () => RefundPaymentPayload,
    // The key is kept with the refund: money does not go back twice, however late.
    { ownKey: true },
  )
  refundPayment(
    @ArgFor(writers, 'id', 'Payment ID.', () => ID) id: string,
    @ArgFor(writers, 'amountCents', 'Amount in cents; default: the whole payment.', () => Int, {
      nullable: true,
      bound: payment,
    })
    amountCents: number | null | undefined,
    @ArgFor(
      writers,
      'reason',
      'Reason, for the business only; never visible to the client.',
      () => String,
      { bound: text(MAX_REASON_LENGTH) },
    )
    reason: string,
    @ArgFor(
      writers,
      'key',
      'Idempotency key: a refund with a key that was used before is not made again.',
      () => String,
      { nullable: true, bound: oneLine(MAX_KEY_LENGTH) },
    )
    key: string | null | undefined,
    @Ctx() { change, cardPayments }: StaffContext,
  ) {
    if (!cardPayments)
      throw conflict('This server has no access to Stripe any more; refund it at Stripe.');
    return change((unit) => refundPayment(unit, { paymentId: id, amountCents, reason, key }));
  }
}
