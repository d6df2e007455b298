import { isUuid } from '../../../database/sql/uuid.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid, notFound } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { Invoice } from '../../invoices/invoice.entity.js';
import { Payment } from '../../invoices/payments/payment.entity.js';
import { partOfJob, staffOf } from '../../jobs/lock-job.js';
import { money } from '../../money/in-words.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Checkout } from '../checkouts/checkout.entity.js';
import { queueRefund } from '../checkouts/checkout-jobs.js';
import { toStripeAmount } from '../stripe/stripe-amount.js';
import { CardRefund } from './card-refund.entity.js';

export interface RefundToRequest {
  paymentId: string;
  /** Default: the whole payment. */
  amountCents?: number | null;
  reason: string;
  key?: string | null;
}

/**
 * Requests the refund of an online payment, once per key. The payment is reversed when Stripe has taken the refund.
 * Throws CONFLICT when it cannot be refunded.
 */
export async function refundPayment(unit: Unit, input: RefundToRequest) {
  const { businessId, staffId } = staffOf(unit);
  const { em } = unit;
  const found = isUuid(input.paymentId)
    ? await em.findOne(Payment, { id: input.paymentId, businessId })
    : null;
  if (!found) throw notFound();
  const { part: invoice, job } = await partOfJob(unit, Invoice, found.invoice.id);
  const payment = await em.refresh(found);
  if (!payment) throw notFound();
  if (!payment.checkoutId)
    throw conflict("Only a payment on the client's page can be refunded here; reverse this one.");
  const checkout = await em.findOneOrFail(Checkout, payment.checkoutId);
  const earlier = input.key ? await em.findOne(CardRefund, { businessId, key: input.key }) : null;
  if (earlier) return { refund: sameOrRefused(earlier, checkout, input), payment, invoice, job };
  if (payment.reversedAt) throw conflict('This payment was refunded already.');
  const amountCents = input.amountCents ?? payment.amountCents;
  const business = await em.findOneOrFail(Business, businessId);
  await checkAmount(unit, payment, amountCents, business);
  const refund = em.create(
    CardRefund,
    {
      businessId,
      checkout,
      kind: 'REFUND',
      status: 'REQUESTED',
      amountCents,
      reason: input.reason.trim(),
      key: input.key ?? null,
      requestedAt: unit.now,
      requestedBy: em.getReference(StaffMember, staffId),
    },
    { partial: true },
  );
  await queueRefund(unit, refund.id);
  return { refund, payment, invoice, job };
}

async function checkAmount(
  { em }: Unit,
  { checkoutId, amountCents: paid }: Payment,
  amountCents: number,
  business: Business,
): Promise<void> {
  if (amountCents <= 0) throw invalid('amountCents', 'The refund must be more than 0.');
  const requested = await em.find(CardRefund, {
    checkout: checkoutId as string,
    kind: 'REFUND',
    status: 'REQUESTED',
  });
  const left = requested.reduce((rest, refund) => rest - refund.amountCents, paid);
  if (left <= 0) throw conflict('A refund of this payment is under way already.');
  if (amountCents > left)
    throw invalid(
      'amountCents',
      `The refund is more than the ${money(left, business)} that can go back.`,
    );
  if (toStripeAmount(amountCents, business.currency) === null)
    throw invalid('amountCents', 'This amount cannot be refunded to its last digit; round it.');
}

function sameOrRefused(
  earlier: CardRefund,
  checkout: Checkout,
  input: RefundToRequest,
): CardRefund {
  const isSame =
    earlier.checkout.id === checkout.id &&
    (!input.amountCents || earlier.amountCents === input.amountCents);
  if (isSame) return earlier;
  throw conflict('This key was used for another refund; use a new key for each refund.');
}
