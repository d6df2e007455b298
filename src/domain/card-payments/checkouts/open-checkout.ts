import { changeInOneUnit, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, notFound } from '../../../visibility/refusals.js';
import type { CardPaymentServices } from '../card-payments.js';
import { lockCheckout } from '../records/lock-checkout.js';
import type { CheckoutAtStripe } from '../stripe/stripe-api.js';
import { refusalCode, unreachable } from '../stripe/stripe-failures.js';
import type { Checkout } from './checkout.entity.js';
import { queueCheck } from './checkout-jobs.js';
import { NOT_ONLINE } from './reserve-checkout.js';

/** First question to Stripe after a payment page was opened, in case that its events do not arrive. */
const FIRST_CHECK_MS = 2 * 60_000;

/** What Stripe is sent of a reserved checkout. */
export function atStripe(checkout: Checkout): CheckoutAtStripe {
  const { id, attempt, amountCents, currency, title, accountId, expiresAt } = checkout;
  const invoiceId = checkout.invoice.id;
  return { id, invoiceId, attempt, amountCents, currency, title, accountId, expiresAt };
}

/**
 * Opens the payment page of a reserved checkout at Stripe and records it; runs outside a transaction. Returns the
 * address of the page. After a crash on the way the same call returns the same page.
 *
 * @throws NOT_FOUND if the checkout was closed meanwhile, CONFLICT if Stripe refuses it, UNAVAILABLE.
 */
export async function openCheckout(
  { em, clock, stripe }: CardPaymentServices,
  reserved: CheckoutAtStripe,
): Promise<string> {
  const inUnit = <T>(work: (unit: Unit) => Promise<T>) => changeInOneUnit(em, null, clock, work);
  let session: { id: string; url: string | null };
  try {
    session = await stripe.openCheckout(reserved);
  } catch (error) {
    const code = refusalCode(error);
    if (!code) throw unreachable(error);
    await inUnit((unit) => recordRefused(unit, reserved.id, code));
    throw Object.assign(conflict(NOT_ONLINE), { cause: error });
  }
  const { result: url } = await inUnit((unit) => recordOpened(unit, reserved.id, session));
  if (!url) throw notFound();
  return url;
}

/** Returns the address of the page; null if the checkout is not open any more. */
async function recordOpened(
  unit: Unit,
  id: string,
  session: { id: string; url: string | null },
): Promise<string | null> {
  const locked = await lockCheckout(unit, id);
  if (!locked) return null;
  const { checkout } = locked;
  checkout.open(session, new Date(unit.now.getTime() + FIRST_CHECK_MS));
  if (checkout.status === 'OPEN') return checkout.url;
  // Closed while Stripe was opening it: nobody gets its address, and it is closed at Stripe too.
  if (checkout.status === 'CLOSING') await queueCheck(unit, id);
  return null;
}

async function recordRefused(unit: Unit, id: string, code: string): Promise<void> {
  const { checkout } = (await lockCheckout(unit, id)) ?? {};
  if (!checkout?.isPending() || checkout.sessionId) return;
  checkout.settle('FAILED', unit.now);
  checkout.failure = code;
}
