import { Ctx, ID, Resolver } from 'type-graphql';
import { ReversePaymentPayload } from '../domain/invoices/invoice.inputs.js';
import { MAX_REASON_LENGTH, reversePayment } from '../domain/invoices/reverse-payment.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { text } from '../domain/text.js';
import { keyOf } from '../sharing/client-view.js';
import type { SharingContext } from '../sharing/sharing-context.js';
import { isShownNow } from '../sharing/shown-now.js';
import { ArgFor, MutationFor } from '../visibility/declare.js';

const writers = whoMay('WRITE_INVOICES');

/** Reversing a payment. Whether the client has the invoice decides what it is told of that. */
@Resolver()
export class ReversePaymentResolver {
  @MutationFor(
    writers,
    'Reverses a payment: it stays on record, struck out, and its amount is owed again. A client that has the invoice sees it at once.',
    () => ReversePaymentPayload,
  )
  reversePayment(
    @ArgFor(writers, 'id', 'Which payment.', () => ID) id: string,
    @ArgFor(writers, 'reason', 'Why, for the record. The client never sees it.', () => String, {
      bound: text(MAX_REASON_LENGTH),
    })
    reason: string,
    @Ctx() { change }: SharingContext,
  ) {
    return change((unit) =>
      reversePayment(unit, { id, reason }, (invoice) =>
        isShownNow(unit, invoice.job.id, keyOf('INVOICE', invoice.id)),
      ),
    );
  }
}
