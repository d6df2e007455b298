import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../domain/common/context.js';
import { oneLine } from '../../domain/common/text.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { MAX_KEY_LENGTH } from '../../domain/invoices/payments/record-payment.js';
import { clientOnly } from '../../visibility/audience.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import type { ClientPrincipal } from '../../visibility/principal.js';
import { openPaymentPage } from './open-payment-page.js';

@ObjectType({ description: 'Result of payInvoice.' })
class PayInvoicePayload {
  @FieldFor(clientOnly, 'Page of the payment provider on which to pay.', () => String)
  checkoutUrl!: string;

  // Nullable: the link may stop working before the response is read.
  @FieldFor(clientOnly, 'Invoice as published now.', () => Invoice, { nullable: true })
  invoice!: Invoice | null;
}

/** Payments of a client. */
@Resolver()
export class PayInvoiceResolver {
  @MutationFor(
    clientOnly,
    'Opens a page on which to pay what is owed on an invoice. Asked again for the same amount, returns the page that is open. It is paid once the payment provider has confirmed it, which the portal page then shows.',
    () => PayInvoicePayload,
    // The key is kept with the payment page, which is opened outside of a transaction.
    { ownKey: true },
  )
  payInvoice(
    @ArgFor(clientOnly, 'invoiceId', 'Invoice ID.', () => ID) invoiceId: string,
    @ArgFor(
      clientOnly,
      'key',
      'Idempotency key: a payment with a key that was used before is not begun again.',
      () => String,
      { nullable: true, bound: oneLine(MAX_KEY_LENGTH) },
    )
    key: string | null | undefined,
    @Ctx() context: Context<ClientPrincipal>,
  ) {
    return openPaymentPage(context, invoiceId, key ?? null);
  }
}
