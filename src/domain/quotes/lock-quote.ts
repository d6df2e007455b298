import { isUuid } from '../../database/sql/uuid.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { notFound } from '../../visibility/refusals.js';
import { lockEntity } from '../common/find-referenced.js';
import { lockJob } from '../jobs/lock-job.js';
import { Quote } from './quote.entity.js';

/** A quote and its job, if it has one, locked until commit; the job first, as in every change. Throws NOT_FOUND. */
export async function lockQuote(unit: Unit, id: string): Promise<Quote> {
  if (!isUuid(id)) throw notFound();
  const jobBefore = (await unit.em.findOne(Quote, { id }))?.job?.id;
  if (jobBefore) await lockJob(unit, jobBefore);
  const quote = await lockEntity(unit, Quote, id);
  // It was attached to a job while this waited for the lock.
  if (quote.job && quote.job.id !== jobBefore) await lockJob(unit, quote.job.id);
  return quote;
}
