import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import type { Client } from '../../clients/client.entity.js';
import type { Invoice } from '../../invoices/invoice.entity.js';
import { invoiceName } from '../../invoices/invoice-name.js';
import { StripeAccount } from '../accounts/stripe-account.entity.js';
import { type CardPaymentMode, takesCards } from '../card-payments.js';
import { toStripeAmount } from '../stripe/stripe-amount.js';
import { Checkout } from './checkout.entity.js';
import { queueCheck } from './checkout-jobs.js';
import { PAYABLE_STATUSES } from './checkout-status.js';

/** Time in which the client can pay. Stripe allows 30 minutes to 24 hours from the call. */
const PAYABLE_MS = 2 * 3_600_000;
/** A checkout is offered again until this long before its end: Stripe opens none with less than 30 minutes left. */
const SPARE_MS = 35 * 60_000;
const MAX_TITLE_LENGTH = 200;

export interface CheckoutToReserve {
  /** Its job is locked. */
  invoice: Invoice;
  client: Client;
  linkId: string;
  key: string | null;
}

/**
 * Reserves an attempt to pay what is owed on an invoice, or returns the one that is open for the same amount: of two
 * tabs that pay at once both get one payment page.
 *
 * @throws CONFLICT if it cannot be paid online.
 */
export async function reserveCheckout(
  unit: Unit,
  mode: CardPaymentMode,
  { invoice, client, linkId, key }: CheckoutToReserve,
): Promise<Checkout> {
  const { em, now } = unit;
  const business = await em.findOneOrFail(Business, invoice.businessId);
  if (!takesCards(business, mode)) throw conflict(NOT_ONLINE);
  if (key) await refuseUsedKey(unit, client, invoice, key);
  if (invoice.owedCents <= 0) throw conflict('Nothing is owed on this invoice.');
  if (invoice.confirmingCents > 0)
    throw conflict('A payment of this invoice is being confirmed by the bank; it is enough.');
  if (toStripeAmount(invoice.owedCents, business.currency) === null) throw conflict(NOT_ONLINE);
  const earlier = await em.findOne(Checkout, {
    invoice: invoice.id,
    status: { $in: [...PAYABLE_STATUSES] },
  });
  if (earlier && isUsable(earlier, invoice, client, now)) return earlier;
  if (earlier) {
    earlier.close('REPLACED', now);
    await queueCheck(unit, earlier.id);
    // Before the new one, of which there may be one at a time.
    await em.flush();
  }
  const attempt = (await em.count(Checkout, { invoice: invoice.id })) + 1;
  const accountId = mode === 'CONNECT' ? await connectedAccount(unit, business.id) : null;
  return em.create(
    Checkout,
    {
      businessId: invoice.businessId,
      invoice,
      client,
      linkId,
      attempt,
      amountCents: invoice.owedCents,
      currency: business.currency,
      title: `${invoiceName(invoice)}: ${invoice.title}`.slice(0, MAX_TITLE_LENGTH),
      accountId,
      key,
      reservedAt: now,
      // Whole seconds, as Stripe counts.
      expiresAt: new Date(Math.floor((now.getTime() + PAYABLE_MS) / 1000) * 1000),
      checkAt: new Date(now.getTime() + PAYABLE_MS),
    },
    { partial: true },
  );
}

/** Throws CONFLICT for a business without one: never is the money of one business taken by the account of the server. */
async function connectedAccount({ em }: Unit, businessId: string): Promise<string> {
  const account = await em.findOne(StripeAccount, businessId as never);
  if (!account?.accountId) throw conflict(NOT_ONLINE);
  return account.accountId;
}

export const NOT_ONLINE =
  'This invoice cannot be paid online; pay it in one of the ways that the business names.';

function isUsable(checkout: Checkout, invoice: Invoice, client: Client, now: Date): boolean {
  return (
    checkout.amountCents === invoice.owedCents &&
    checkout.client.id === client.id &&
    checkout.expiresAt.getTime() - now.getTime() > SPARE_MS
  );
}

async function refuseUsedKey(
  { em }: Unit,
  client: Client,
  invoice: Invoice,
  key: string,
): Promise<void> {
  const used = await em.findOne(Checkout, { client: client.id, key });
  if (!used) return;
  if (used.invoice.id !== invoice.id)
    throw conflict('This key was used for another invoice; use a new key for each payment.');
  if (!PAYABLE_STATUSES.some((status) => status === used.status))
    throw conflict('The payment of this key is over; use a new key for another one.');
}
