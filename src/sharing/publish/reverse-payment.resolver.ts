import { Ctx, ID, Resolver } from 'type-graphql';
import { text } from '../../domain/common/text.js';
import { ReversePaymentPayload } from '../../domain/invoices/invoice.inputs.js';
import {
  MAX_REASON_LENGTH,
  reversePayment,
} from '../../domain/invoices/payments/reverse-payment.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { isInvoiceShown } from '../pages/is-invoice-shown.js';
import type { SharingContext } from '../sharing-context.js';

const writers = rolesWith('WRITE_INVOICES');

/** Reversal of a payment. Part of sharing, because the client is shown the reversal if it sees the invoice. */
@Resolver()
export class ReversePaymentResolver {
  @MutationFor(
    writers,
    'Reverses a payment. It is kept and marked as reversed, and its amount is owed again. A client who sees the invoice sees the reversal at once.',
    () => ReversePaymentPayload,
  )
  reversePayment(
    @ArgFor(writers, 'id', 'Payment ID.', () => ID) id: string,
    @ArgFor(
      writers,
      'reason',
      'Reason, for the business only; never visible to the client.',
      () => String,
      {
        bound: text(MAX_REASON_LENGTH),
      },
    )
    reason: string,
    @Ctx() { change }: SharingContext,
  ) {
    return change((unit) =>
      reversePayment(unit, { id, reason }, (invoice) => isInvoiceShown(unit, invoice.id)),
    );
  }
}
