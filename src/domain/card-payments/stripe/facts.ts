import type Stripe from 'stripe';
import type { CardRefundStatus } from '../refunds/card-refund-status.js';
import { fromStripeAmount } from './stripe-amount.js';

/** What Stripe says about a checkout, from an event or an answer. Facts may come repeated, late and in any order. */
export type StripeFact = SessionFact | RefundFact | DisputeFact;

export interface SessionFact {
  kind: 'SESSION';
  outcome: 'OPEN' | 'PROCESSING' | 'PAID' | 'FAILED' | 'EXPIRED';
  sessionId: string;
  paymentIntentId: string | null;
  amountCents: number;
  currency: string;
}

export interface RefundFact {
  kind: 'REFUND';
  stripeId: string;
  /** Our id of the refund, if we requested it. */
  ownId: string | null;
  status: Extract<CardRefundStatus, 'PENDING' | 'SUCCEEDED' | 'FAILED'>;
  amountCents: number;
  failure: string | null;
}

export interface DisputeFact {
  kind: 'DISPUTE';
  stripeId: string;
  status: Extract<CardRefundStatus, 'DISPUTED' | 'WON' | 'LOST'>;
  amountCents: number;
  failure: string | null;
}

/** Metadata by which our objects at Stripe name the rows they belong to. */
export const CHECKOUT_KEY = 'jobglass_checkout';
export const REFUND_KEY = 'jobglass_refund';

/** `hasFailed`: the event says so; an answer says it by its payment intent. */
export function sessionFact(session: Stripe.Checkout.Session, hasFailed = false): SessionFact {
  const currency = (session.currency ?? '').toUpperCase();
  return {
    kind: 'SESSION',
    outcome: hasFailed ? 'FAILED' : outcomeOf(session),
    sessionId: session.id,
    paymentIntentId: idOf(session.payment_intent),
    amountCents: fromStripeAmount(session.amount_total ?? 0, currency),
    currency,
  };
}

function outcomeOf(session: Stripe.Checkout.Session): SessionFact['outcome'] {
  if (session.payment_status === 'paid') return 'PAID';
  if (session.status === 'expired') return 'EXPIRED';
  if (session.status !== 'complete') return 'OPEN';
  const intent = session.payment_intent;
  const hasFailed =
    intent !== null &&
    typeof intent === 'object' &&
    ['requires_payment_method', 'canceled'].includes(intent.status);
  return hasFailed ? 'FAILED' : 'PROCESSING';
}

export function refundFact(refund: Stripe.Refund): RefundFact {
  const hasFailed = refund.status === 'failed' || refund.status === 'canceled';
  return {
    kind: 'REFUND',
    stripeId: refund.id,
    ownId: refund.metadata?.[REFUND_KEY] ?? null,
    status: hasFailed ? 'FAILED' : refund.status === 'succeeded' ? 'SUCCEEDED' : 'PENDING',
    amountCents: fromStripeAmount(refund.amount, refund.currency.toUpperCase()),
    failure: hasFailed ? (refund.failure_reason ?? refund.status) : null,
  };
}

export function disputeFact(dispute: Stripe.Dispute): DisputeFact {
  const { id, status, amount, currency, reason } = dispute;
  const isWon = ['won', 'warning_closed', 'prevented'].includes(status);
  return {
    kind: 'DISPUTE',
    stripeId: id,
    status: status === 'lost' ? 'LOST' : isWon ? 'WON' : 'DISPUTED',
    amountCents: fromStripeAmount(amount, currency.toUpperCase()),
    failure: reason,
  };
}

/** Id of an object that Stripe names by its id or sends whole. */
export function idOf(object: string | { id: string } | null | undefined): string | null {
  return typeof object === 'object' ? (object?.id ?? null) : (object ?? null);
}
