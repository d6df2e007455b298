import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Invoice } from '../../invoices/invoice.entity.js';
import type { Checkout } from '../checkouts/checkout.entity.js';
import { queueCheck } from '../checkouts/checkout-jobs.js';
import { notifyOfCardPayment } from '../mails/notify.js';
import { mergeDispute, mergeRefund } from '../refunds/merge-refund.js';
import type { SessionFact, StripeFact } from '../stripe/facts.js';
import { lockCheckout } from './lock-checkout.js';
import type { CardPaymentNews } from './news.js';
import { settlePayments } from './settle-payments.js';
import { StripeEvent } from './stripe-event.entity.js';

/** Interval at which Stripe is asked about an open payment page, and about a payment that a bank has to confirm. */
const OPEN_CHECK_MS = 5 * 60_000;
const PROCESSING_CHECK_MS = 6 * 3_600_000;

/**
 * Records what Stripe says about a checkout: payments of the invoice, refunds, disputes, and the mails about them, in
 * one transaction. Facts can be repeated and come in any order: states only move forward, and the payments follow from
 * the states.
 */
export async function recordFacts(
  unit: Unit,
  checkoutId: string,
  facts: readonly StripeFact[],
): Promise<void> {
  const locked = await lockCheckout(unit, checkoutId);
  if (!locked) return;
  const { checkout, invoice } = locked;
  const news: CardPaymentNews[] = [];
  for (const fact of facts) {
    if (fact.kind === 'SESSION') await mergeSession(unit, checkout, invoice, fact, news);
    else if (fact.kind === 'REFUND') await mergeRefund(unit, checkout, fact, news);
    else await mergeDispute(unit, checkout, fact, news);
  }
  await unit.em.flush();
  await settlePayments(unit, checkout, invoice, news);
  if (checkout.checkAt) checkout.checkAt = nextCheck(checkout, unit.now);
  for (const each of news) await notifyOfCardPayment(unit, checkout, invoice, each);
}

async function mergeSession(
  unit: Unit,
  checkout: Checkout,
  invoice: Invoice,
  fact: SessionFact,
  news: CardPaymentNews[],
): Promise<void> {
  const { now } = unit;
  // Not ours, although it names our checkout.
  if (checkout.sessionId !== null && checkout.sessionId !== fact.sessionId) return;
  if (fact.currency !== checkout.currency) return;
  const { amountCents } = checkout;
  checkout.sessionId = fact.sessionId;
  checkout.paymentIntentId ??= fact.paymentIntentId;
  if (fact.outcome === 'PAID' && checkout.status !== 'PAID') {
    checkout.receivedCents = fact.amountCents;
    endConfirming(checkout, invoice);
    checkout.settle('PAID', now);
    await checkEarlierEvents(unit, checkout);
  } else if (fact.outcome === 'FAILED' && checkout.isPending()) {
    endConfirming(checkout, invoice);
    checkout.settle('FAILED', now);
    checkout.failure = 'payment_failed';
    news.push({ kind: 'FAILED', amountCents });
  } else if (checkout.isPending() && checkout.status !== 'PROCESSING') {
    if (fact.outcome === 'PROCESSING') {
      checkout.status = 'PROCESSING';
      checkout.checkAt = now;
      invoice.confirmingCents += amountCents;
    } else if (fact.outcome === 'EXPIRED') checkout.settle('EXPIRED', now);
  }
}

function endConfirming({ status, amountCents }: Checkout, invoice: Invoice): void {
  if (status === 'PROCESSING') invoice.confirmingCents -= amountCents;
}

/** A refund or dispute may have been reported before the payment was known. */
async function checkEarlierEvents(unit: Unit, { id, paymentIntentId }: Checkout): Promise<void> {
  const unmatched = await unit.em.count(StripeEvent, { paymentIntentId, outcome: 'UNKNOWN' });
  if (paymentIntentId && unmatched > 0) await queueCheck(unit, id);
}

function nextCheck({ status }: Checkout, now: Date): Date {
  const interval = status === 'PROCESSING' ? PROCESSING_CHECK_MS : OPEN_CHECK_MS;
  return new Date(now.getTime() + interval);
}
