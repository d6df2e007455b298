import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Business } from '../../business/business.entity.js';
import { dayIn } from '../../business/business-day.js';
import type { Invoice } from '../../invoices/invoice.entity.js';
import { UNPAID } from '../../invoices/invoice-status.js';
import { Payment } from '../../invoices/payments/payment.entity.js';
import type { Checkout } from '../checkouts/checkout.entity.js';
import { queueRefund } from '../checkouts/checkout-jobs.js';
import { CardRefund } from '../refunds/card-refund.entity.js';
import { roundedUpForStripe } from '../stripe/stripe-amount.js';
import type { CardPaymentNews } from './news.js';

/**
 * Brings the payments of a checkout in line with what Stripe has received and given back. Money that arrived counts as
 * far as the invoice owes it, whatever became of the payment page meanwhile. The rest is recorded as a payment that is
 * reversed at once, and refunded. The amount owed never becomes negative.
 */
export async function settlePayments(
  unit: Unit,
  checkout: Checkout,
  invoice: Invoice,
  news: CardPaymentNews[],
): Promise<void> {
  const { em } = unit;
  if (checkout.status !== 'PAID') return;
  const payments = await em.find(Payment, { checkoutId: checkout.id }, { orderBy: { id: 'asc' } });
  const refunds = await em.find(CardRefund, { checkout: checkout.id });
  const counted = payments.filter(({ reversedAt }) => reversedAt === null);
  const takenOff = sumOf(refunds.filter((refund) => refund.isTakenOff()));
  const due = Math.max(0, checkout.receivedCents - takenOff) - sumOf(counted);
  if (due > 0) await add(unit, checkout, invoice, due, news, payments.length === 0);
  else if (due < 0) await takeOff(unit, checkout, invoice, counted, -due, refunds);
}

async function add(
  unit: Unit,
  checkout: Checkout,
  invoice: Invoice,
  amountCents: number,
  news: CardPaymentNews[],
  isFirst: boolean,
): Promise<void> {
  const excessCents = excessOf(amountCents, checkout, invoice);
  const countedCents = amountCents - excessCents;
  if (countedCents > 0) {
    await record(unit, checkout, invoice, countedCents);
    invoice.pay(countedCents);
  }
  if (excessCents > 0) {
    const payment = await record(unit, checkout, invoice, excessCents);
    payment.reverse(null, 'It was not owed any more; refunded automatically.', true, unit.now);
    await requestRefund(unit, checkout, excessCents);
  }
  const { closeReason } = checkout;
  if (isFirst) news.push({ kind: 'PAID', amountCents, countedCents, excessCents, closeReason });
}

/**
 * What of an amount the invoice does not owe and goes back. Stripe refunds no third decimal, so it is rounded up: the
 * rest stays owed, and nobody keeps more than was owed.
 */
function excessOf(amountCents: number, { currency }: Checkout, invoice: Invoice): number {
  const owedCents = UNPAID.includes(invoice.status) ? invoice.owedCents : 0;
  return roundedUpForStripe(Math.max(0, amountCents - owedCents), currency);
}

async function takeOff(
  unit: Unit,
  checkout: Checkout,
  invoice: Invoice,
  counted: Payment[],
  amountCents: number,
  refunds: CardRefund[],
): Promise<void> {
  const isLost = refunds.some(({ status }) => status === 'LOST');
  const reason = isLost ? 'A dispute was lost.' : 'Refunded.';
  let left = amountCents;
  for (const payment of [...counted].reverse()) {
    if (left <= 0) break;
    payment.reverse(null, reason, true, unit.now);
    invoice.unpay(payment.amountCents);
    left -= payment.amountCents;
  }
  // A payment is reversed as a whole, so the rest of one that was refunded in part is recorded again.
  if (left >= 0) return;
  await record(unit, checkout, invoice, -left);
  invoice.pay(-left);
}

async function record(
  unit: Unit,
  checkout: Checkout,
  invoice: Invoice,
  amountCents: number,
): Promise<Payment> {
  const { timeZone } = await unit.em.findOneOrFail(Business, invoice.businessId);
  return unit.em.create(
    Payment,
    {
      businessId: invoice.businessId,
      invoice,
      amountCents,
      receivedOn: dayIn(timeZone, unit.now),
      method: 'CARD_ONLINE',
      reference: checkout.paymentIntentId,
      recordedAt: unit.now,
      recordedBy: null,
      checkoutId: checkout.id,
    },
    { partial: true },
  );
}

async function requestRefund(unit: Unit, checkout: Checkout, amountCents: number): Promise<void> {
  const refund = unit.em.create(
    CardRefund,
    {
      businessId: checkout.businessId,
      checkout,
      kind: 'EXCESS',
      status: 'REQUESTED',
      amountCents,
      reason: 'It was not owed any more.',
      requestedAt: unit.now,
    },
    { partial: true },
  );
  await queueRefund(unit, refund.id);
}

function sumOf(amounts: { amountCents: number }[]): number {
  return amounts.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
