import { isUuid } from '../../../database/sql/uuid.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Checkout } from '../checkouts/checkout.entity.js';
import type { CardPaymentNews } from '../records/news.js';
import type { DisputeFact, RefundFact } from '../stripe/facts.js';
import { CardRefund } from './card-refund.entity.js';
import { isLater } from './card-refund-status.js';

/** Records the state of a refund. One that is not known here was made at Stripe. */
export async function mergeRefund(
  { em, now }: Unit,
  checkout: Checkout,
  fact: RefundFact,
  news: CardPaymentNews[],
): Promise<void> {
  const { stripeId, status, amountCents, failure } = fact;
  const known =
    (await em.findOne(CardRefund, { checkout: checkout.id, stripeId })) ??
    (await requestedAs({ em }, checkout, fact));
  if (!known && (await isMadeByHand({ em }, checkout, fact))) return;
  const refund =
    known ||
    em.create(
      CardRefund,
      {
        businessId: checkout.businessId,
        checkout,
        kind: 'REFUND',
        status: 'REQUESTED',
        amountCents,
        reason: 'Refunded at Stripe.',
        requestedAt: now,
      },
      { partial: true },
    );
  const before = refund.status;
  refund.stripeId = stripeId;
  if (!isLater(status, before)) return;
  refund.status = status;
  refund.failure = failure;
  if (status !== 'PENDING') refund.settledAt = now;
  if (status === 'FAILED') news.push({ kind: 'REFUND_FAILED', amountCents });
  // People were told of an excess together with its payment.
  else if (before === 'REQUESTED' && refund.kind === 'REFUND')
    news.push({ kind: 'REFUNDED', amountCents });
}

/** The refund that was requested here and not recorded; what its metadata say is checked, since anybody at Stripe can write them. */
async function requestedAs(
  { em }: Pick<Unit, 'em'>,
  checkout: Checkout,
  { ownId, amountCents }: RefundFact,
): Promise<CardRefund | null> {
  if (!ownId || !isUuid(ownId)) return null;
  return em.findOne(CardRefund, {
    checkout: checkout.id,
    id: ownId,
    stripeId: null,
    amountCents,
    kind: { $ne: 'DISPUTE' },
  });
}

/** Whether it is the refund of an excess that failed here, and that staff then made at Stripe; it is recorded there. */
async function isMadeByHand(
  { em }: Pick<Unit, 'em'>,
  checkout: Checkout,
  { stripeId, status, amountCents }: RefundFact,
): Promise<boolean> {
  if (status === 'FAILED') return false;
  const failed = { checkout: checkout.id, kind: 'EXCESS', status: 'FAILED', amountCents } as const;
  const excess = await em.findOne(CardRefund, failed);
  if (!excess) return false;
  excess.stripeId = stripeId;
  excess.status = status;
  excess.failure = null;
  return true;
}

/** Records a refund that Stripe has refused. */
export function refuseRefund(
  { now }: Unit,
  refund: CardRefund,
  failure: string,
  news: CardPaymentNews[],
): void {
  if (refund.status !== 'REQUESTED') return;
  refund.status = 'FAILED';
  refund.failure = failure;
  refund.settledAt = now;
  news.push({ kind: 'REFUND_FAILED', amountCents: refund.amountCents });
}

/** Records the state of a dispute. The payment counts until the dispute is lost. */
export async function mergeDispute(
  { em, now }: Unit,
  checkout: Checkout,
  { stripeId, status, amountCents, failure }: DisputeFact,
  news: CardPaymentNews[],
): Promise<void> {
  let dispute = await em.findOne(CardRefund, { checkout: checkout.id, stripeId });
  if (!dispute) {
    dispute = em.create(
      CardRefund,
      {
        businessId: checkout.businessId,
        checkout,
        kind: 'DISPUTE',
        status: 'DISPUTED',
        amountCents,
        stripeId,
        reason: failure,
        requestedAt: now,
      },
      { partial: true },
    );
    if (status === 'DISPUTED') news.push({ kind: 'DISPUTED', amountCents });
  }
  if (!isLater(status, dispute.status)) return;
  dispute.status = status;
  dispute.settledAt = now;
  news.push({ kind: status === 'LOST' ? 'DISPUTE_LOST' : 'DISPUTE_WON', amountCents });
}
