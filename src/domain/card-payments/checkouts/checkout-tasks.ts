import type { CronItem, TaskList } from 'graphile-worker';
import { changeInOneUnit, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { CardPaymentServices } from '../card-payments.js';
import { lockCheckout } from '../records/lock-checkout.js';
import { recordFacts } from '../records/record-facts.js';
import { refundAtStripe } from '../refunds/refund-task.js';
import { refusalCode } from '../stripe/stripe-failures.js';
import { Checkout } from './checkout.entity.js';
import { CHECK_TASK, queueCheck, queueRefund, REFUND_TASK, SWEEP_TASK } from './checkout-jobs.js';

/** Checkouts and refunds that one sweep queues. */
const MAX_SWEPT = 200;
/** Age at which a refund that was not made is tried again, although its task should have made it. */
const OVERDUE_REFUND_MS = 2 * 60_000;
/** A call of Stripe is over after this, so a checkout without a page has none any more. */
const OPENING_MS = 10 * 60_000;

/** Every minute. */
export const CARD_PAYMENT_CRON: CronItem[] = [{ task: SWEEP_TASK, match: '* * * * *' }];

/** Tasks of the job queue for online payments. None holds a transaction while it calls Stripe. */
export function cardPaymentTasks(services: CardPaymentServices): TaskList {
  return {
    [CHECK_TASK]: (payload) => checkAtStripe(services, (payload as { id: string }).id),
    [REFUND_TASK]: (payload) => refundAtStripe(services, (payload as { id: string }).id),
    [SWEEP_TASK]: () => sweep(services),
  };
}

/** Closes the payment page of a checkout that is to be closed, and records what Stripe says about it. */
async function checkAtStripe({ em, clock, stripe }: CardPaymentServices, id: string) {
  const checkout = await em.fork().findOne(Checkout, id);
  if (!checkout) return;
  const { sessionId, accountId, status } = checkout;
  if (!sessionId) {
    await changeInOneUnit(em, null, clock, async (unit) => {
      const locked = await lockCheckout(unit, id);
      if (locked && !locked.checkout.sessionId) giveUpUnopened(locked.checkout, unit.now);
    });
    return;
  }
  try {
    const facts =
      status === 'CLOSING'
        ? await expire(stripe, sessionId, accountId)
        : await stripe.factsOf(sessionId, accountId);
    await changeInOneUnit(em, null, clock, (unit) => recordFacts(unit, id, facts));
  } catch (error) {
    const code = refusalCode(error);
    if (!code) throw error;
    // Stripe does not know the page any more: the account was disconnected, or the key is another one's.
    await changeInOneUnit(em, null, clock, (unit) => recordGone(unit, id, code));
  }
}

async function expire(
  stripe: CardPaymentServices['stripe'],
  sessionId: string,
  accountId: string | null,
) {
  try {
    return [await stripe.expireCheckout(sessionId, accountId)];
  } catch (error) {
    // It is paid or closed already.
    if (refusalCode(error)) return stripe.factsOf(sessionId, accountId);
    throw error;
  }
}

async function recordGone(unit: Unit, id: string, code: string): Promise<void> {
  const locked = await lockCheckout(unit, id);
  if (!locked?.checkout.isPending()) return;
  const { checkout, invoice } = locked;
  if (checkout.status === 'PROCESSING') invoice.confirmingCents -= checkout.amountCents;
  checkout.settle('FAILED', unit.now);
  checkout.failure = code;
}

/** A checkout whose page was never handed to anybody: its server crashed, or Stripe did not answer. */
function giveUpUnopened(checkout: Checkout, now: Date): void {
  if (!checkout.isPending()) return;
  if (now.getTime() - checkout.reservedAt.getTime() < OPENING_MS) {
    checkout.checkAt = new Date(now.getTime() + OPENING_MS);
    return;
  }
  checkout.settle('EXPIRED', now);
}

/** Queues what is due again, whatever became of its task: the server that ran it may have crashed. */
async function sweep({ em, clock }: CardPaymentServices): Promise<void> {
  await changeInOneUnit(em, null, clock, async (unit) => {
    const overdue = new Date(unit.now.getTime() - OVERDUE_REFUND_MS);
    const checkouts = await unit.sql.rows<{ id: string }>(DUE_CHECKOUTS, [
      unit.now.toISOString(),
      MAX_SWEPT,
    ]);
    const refunds = await unit.sql.rows<{ id: string }>(DUE_REFUNDS, [
      overdue.toISOString(),
      MAX_SWEPT,
    ]);
    for (const { id } of checkouts) await queueCheck(unit, id);
    for (const { id } of refunds) await queueRefund(unit, id);
  });
}

const DUE_CHECKOUTS = `
  select id from card_checkouts where check_at <= $1::timestamptz order by check_at limit $2`;

const DUE_REFUNDS = `
  select id from card_refunds where status = 'REQUESTED' and requested_at <= $1::timestamptz order by requested_at limit $2`;
