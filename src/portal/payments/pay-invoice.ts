import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { CardPaymentMode } from '../../domain/card-payments/card-payments.js';
import { Checkout } from '../../domain/card-payments/checkouts/checkout.entity.js';
import { atStripe } from '../../domain/card-payments/checkouts/open-checkout.js';
import { reserveCheckout } from '../../domain/card-payments/checkouts/reserve-checkout.js';
import type { CheckoutAtStripe } from '../../domain/card-payments/stripe/stripe-api.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { conflict, notFound } from '../../visibility/refusals.js';
import { openPortalForWrite } from '../session/open-portal-for-write.js';

/**
 * Reserves the payment of an invoice on the client's page. The amount is what the locked row says, not the page.
 *
 * Returns the address of its page too, if it was opened before.
 *
 * @throws NOT_FOUND if the client's view has no such invoice, CONFLICT if it cannot be paid online.
 */
export async function reservePayment(
  unit: Unit,
  mode: CardPaymentMode,
  invoiceId: string,
  key: string | null,
): Promise<{ checkout: CheckoutAtStripe; url: string | null }> {
  const { invoice, client, linkId } = await shownInvoice(unit, invoiceId);
  const checkout = await reserveCheckout(unit, mode, { invoice, client, linkId, key });
  return { checkout: atStripe(checkout), url: checkout.url };
}

/** Checks that the client still has access and that the payment page is still open. Throws NOT_FOUND or CONFLICT. */
export async function confirmOpen(
  unit: Unit,
  { id, invoiceId }: CheckoutAtStripe,
): Promise<{ invoice: Invoice }> {
  const { invoice } = await shownInvoice(unit, invoiceId);
  const checkout = await unit.em.findOne(Checkout, id);
  if (checkout?.status === 'PAID' || checkout?.status === 'PROCESSING')
    throw conflict('This invoice was paid meanwhile.');
  if (checkout?.status !== 'OPEN') throw notFound();
  return { invoice };
}

async function shownInvoice(unit: Unit, invoiceId: string) {
  const { shown, session, client, link } = await openPortalForWrite(unit);
  const { id } = shown('INVOICE', invoiceId);
  const invoice = await unit.em.findOne(
    Invoice,
    { id: id as string, businessId: session.businessId, client: client.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!invoice) throw notFound();
  return { invoice, client, linkId: link.id };
}
