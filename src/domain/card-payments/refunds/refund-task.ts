import { changeInOneUnit } from '../../../database/unit-of-work/unit-of-work.js';
import type { CardPaymentServices } from '../card-payments.js';
import { Checkout } from '../checkouts/checkout.entity.js';
import { notifyOfCardPayment } from '../mails/notify.js';
import { lockCheckout } from '../records/lock-checkout.js';
import type { CardPaymentNews } from '../records/news.js';
import { recordFacts } from '../records/record-facts.js';
import { refusalCode } from '../stripe/stripe-failures.js';
import { CardRefund } from './card-refund.entity.js';
import { refuseRefund } from './merge-refund.js';

/** Stripe forgets an idempotency key after 24 hours; a call after that would refund once more. */
const KEY_LIFETIME_MS = 23 * 3_600_000;

/** Makes a requested refund at Stripe and records the result. */
export async function refundAtStripe(
  services: CardPaymentServices,
  refundId: string,
): Promise<void> {
  const { em, clock, stripe } = services;
  const fork = em.fork();
  const refund = await fork.findOne(CardRefund, refundId);
  if (refund?.status !== 'REQUESTED') return;
  const checkout = await fork.findOneOrFail(Checkout, refund.checkout.id);
  const { id, currency, paymentIntentId, accountId } = checkout;
  if (!paymentIntentId) throw new Error('A payment without a payment intent cannot be refunded.');
  const { amountCents } = refund;
  try {
    if (await isMadeAlready(services, refund, checkout)) return;
    const payment = { paymentIntentId, amountCents, currency };
    const fact = await stripe.refund(refundId, payment, accountId);
    await changeInOneUnit(em, null, clock, (unit) => recordFacts(unit, id, [fact]));
  } catch (error) {
    const code = refusalCode(error);
    if (!code) throw error;
    await recordRefused(services, id, refundId, code);
  }
}

/** Whether an earlier call has made it, of which there was no answer. A recent one is repeated by its idempotency key. */
async function isMadeAlready(
  { em, clock, stripe }: CardPaymentServices,
  { id, requestedAt }: CardRefund,
  { id: checkoutId, sessionId, accountId }: Checkout,
): Promise<boolean> {
  if (!sessionId || clock().getTime() - requestedAt.getTime() < KEY_LIFETIME_MS) return false;
  const facts = await stripe.factsOf(sessionId, accountId);
  await changeInOneUnit(em, null, clock, (unit) => recordFacts(unit, checkoutId, facts));
  const refund = await em.fork().findOneOrFail(CardRefund, id);
  return refund.status !== 'REQUESTED';
}

async function recordRefused(
  { em, clock }: CardPaymentServices,
  checkoutId: string,
  refundId: string,
  code: string,
): Promise<void> {
  await changeInOneUnit(em, null, clock, async (unit) => {
    const locked = await lockCheckout(unit, checkoutId);
    const refund = await unit.em.findOne(CardRefund, refundId, { refresh: true });
    if (!locked || !refund) return;
    const news: CardPaymentNews[] = [];
    refuseRefund(unit, refund, code, news);
    for (const each of news) await notifyOfCardPayment(unit, locked.checkout, locked.invoice, each);
  });
}
