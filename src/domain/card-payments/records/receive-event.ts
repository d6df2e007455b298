import type Stripe from 'stripe';
import { changeInOneUnit, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { recordAccountState } from '../accounts/record-account.js';
import type { CardPaymentServices } from '../card-payments.js';
import { queueCheck } from '../checkouts/checkout-jobs.js';
import { disputeFact, idOf, refundFact, type StripeFact, sessionFact } from '../stripe/facts.js';
import { accountStateOf } from '../stripe/stripe-api.js';
import { recordFacts } from './record-facts.js';
import { type EventOutcome, StripeEvent } from './stripe-event.entity.js';

/** What an event is about. */
interface Subject {
  /** Id of the object of the event. */
  objectId: string;
  sessionId?: string;
  /** As the object names it; anybody could write it, so it counts only for the account, amount and currency of the checkout. */
  checkoutId?: string | null;
  paymentIntentId?: string | null;
  /** Null: Stripe has to be asked. */
  fact?: StripeFact | null;
}

/** Records an event of Stripe once, with everything that follows from it, in one transaction. */
export async function receiveEvent(
  { em, clock, stripe }: CardPaymentServices,
  event: Stripe.Event,
): Promise<void> {
  // Stripe sends events of its test mode to the webhooks of connected accounts too.
  const isOurs = typeof event.livemode !== 'boolean' || event.livemode === stripe.isLive;
  await changeInOneUnit(em, null, clock, async (unit) => {
    await unit.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `stripe event ${event.id}`,
    ]);
    if (await unit.em.findOne(StripeEvent, event.id as never)) return;
    await record(unit, event, isOurs);
  });
}

async function record(unit: Unit, event: Stripe.Event, isOurs: boolean): Promise<void> {
  const subject = isOurs ? subjectOf(event) : null;
  const accountId = event.account ?? null;
  const checkoutId = subject && (await checkoutOf(unit, subject, accountId));
  unit.em.create(StripeEvent, {
    id: event.id,
    type: event.type,
    accountId,
    objectId: subject?.objectId ?? null,
    paymentIntentId: subject?.paymentIntentId ?? null,
    checkoutId: checkoutId ?? null,
    createdAt: new Date(event.created * 1000),
    receivedAt: unit.now,
    outcome: isOurs ? await outcomeOf(unit, event, subject, checkoutId) : 'IGNORED',
  });
  if (!subject || !checkoutId) return;
  if (subject.fact) await recordFacts(unit, checkoutId, [subject.fact]);
  else await queueCheck(unit, checkoutId);
}

async function outcomeOf(
  unit: Unit,
  event: Stripe.Event,
  subject: Subject | null,
  checkoutId: string | null,
): Promise<EventOutcome> {
  if (subject) return checkoutId ? 'RECORDED' : 'UNKNOWN';
  if (event.type === 'account.updated') {
    const { id } = event.data.object;
    if (event.account && event.account !== id) return 'UNKNOWN';
    return (await recordAccountState(unit, id, accountStateOf(event.data.object), event.created))
      ? 'RECORDED'
      : 'UNKNOWN';
  }
  if (event.type === 'account.application.deauthorized' && event.account)
    return (await recordAccountState(unit, event.account, null, event.created))
      ? 'RECORDED'
      : 'UNKNOWN';
  return 'IGNORED';
}

/** Returns what the event is about; null if it is about no payment. */
function subjectOf(event: Stripe.Event): Subject | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired': {
      const session = event.data.object;
      return {
        objectId: session.id,
        sessionId: session.id,
        checkoutId: session.client_reference_id,
        paymentIntentId: idOf(session.payment_intent),
        fact: sessionFact(session, event.type === 'checkout.session.async_payment_failed'),
      };
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated': {
      const refund = event.data.object;
      return {
        objectId: refund.id,
        paymentIntentId: idOf(refund.payment_intent),
        fact: refundFact(refund),
      };
    }
    case 'charge.refunded': {
      const charge = event.data.object;
      return { objectId: charge.id, paymentIntentId: idOf(charge.payment_intent) };
    }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated': {
      const dispute = event.data.object;
      return {
        objectId: dispute.id,
        paymentIntentId: idOf(dispute.payment_intent),
        fact: disputeFact(dispute),
      };
    }
    default:
      return null;
  }
}

/** The checkout that an event is about, if it is one of the account that sent the event. */
async function checkoutOf(
  { sql }: Unit,
  { sessionId, checkoutId, paymentIntentId, fact }: Subject,
  accountId: string | null,
): Promise<string | null> {
  const [found] =
    sessionId && fact?.kind === 'SESSION'
      ? await sql.rows<{ id: string }>(BY_SESSION, [
          ...[sessionId, checkoutId ?? null, accountId],
          ...[fact.currency, fact.amountCents],
        ])
      : await sql.rows<{ id: string }>(BY_PAYMENT_INTENT, [paymentIntentId ?? null, accountId]);
  return found?.id ?? null;
}

// A checkout whose page was opened, but not recorded before a crash, has no session yet.
const BY_SESSION = `
  select id from card_checkouts
  where (session_id = $1 or (session_id is null and id::text = $2 and amount_cents = $5::int))
    and account_id is not distinct from $3 and currency = $4`;

const BY_PAYMENT_INTENT = `
  select id from card_checkouts where payment_intent_id = $1 and account_id is not distinct from $2`;
