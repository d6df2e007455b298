import type { Business } from '../../domain/business/business.entity.js';
import { cardPaymentMode, takesCards } from '../../domain/card-payments/card-payments.js';
import { openCheckout } from '../../domain/card-payments/checkouts/open-checkout.js';
import { NOT_ONLINE } from '../../domain/card-payments/checkouts/reserve-checkout.js';
import { toStripeAmount } from '../../domain/card-payments/stripe/stripe-amount.js';
import type { Context } from '../../domain/common/context.js';
import type { Invoice } from '../../domain/invoices/invoice.entity.js';
import type { ClientPrincipal } from '../../visibility/principal.js';
import { conflict } from '../../visibility/refusals.js';
import { confirmOpen, reservePayment } from './pay-invoice.js';

/**
 * Opens a page on which to pay what is owed on an invoice, outside of a transaction. Returns its address and the invoice
 * as published now.
 *
 * @throws NOT_FOUND if the client's view has no such invoice, CONFLICT if it cannot be paid online, UNAVAILABLE.
 */
export async function openPaymentPage(
  { change, config, cardPayments }: Context<ClientPrincipal>,
  invoiceId: string,
  key: string | null,
): Promise<{ checkoutUrl: string; invoice: Invoice }> {
  if (!cardPayments) throw conflict(NOT_ONLINE);
  const mode = cardPaymentMode(config.stripe);
  const { checkout, url } = await change((unit) => reservePayment(unit, mode, invoiceId, key));
  // Stripe is called outside of both transactions, and once for each page.
  const checkoutUrl = url ?? (await openCheckout(cardPayments, checkout));
  // The portal may have been switched off meanwhile.
  const { invoice } = await change((unit) => confirmOpen(unit, checkout));
  return { checkoutUrl, invoice };
}

/** Whether a page on which to pay this invoice could be opened now. */
export function isPayableOnline(
  invoice: Invoice,
  business: Business,
  { config, cardPayments }: Pick<Context, 'config' | 'cardPayments'>,
): boolean {
  const { owedCents, confirmingCents } = invoice;
  if (!cardPayments || owedCents <= 0 || confirmingCents > 0) return false;
  if (!takesCards(business, cardPaymentMode(config.stripe))) return false;
  return toStripeAmount(owedCents, business.currency) !== null;
}
