import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';

/** Tasks of the job queue; each can be repeated. */
export const CHECK_TASK = 'check_checkout';
export const REFUND_TASK = 'refund_card_payment';
export const SWEEP_TASK = 'check_checkouts';

/**
 * Queues a question to Stripe about a checkout in the running transaction: the task closes its page if it is to be
 * closed, and records what Stripe says.
 */
export async function queueCheck({ em }: Unit, checkoutId: string): Promise<void> {
  await queue(em, CHECK_TASK, checkoutId);
}

/** Queues a refund at Stripe in the running transaction. */
export async function queueRefund({ em }: Unit, refundId: string): Promise<void> {
  await queue(em, REFUND_TASK, refundId);
}

async function queue(em: Unit['em'], task: string, id: string): Promise<void> {
  if (!em.isInTransaction()) throw new Error('A call of Stripe was queued outside a transaction.');
  await em.execute('select graphile_worker.add_job(?, ?::json, job_key => ?)', [
    task,
    JSON.stringify({ id }),
    `${task}:${id}`,
  ]);
}
