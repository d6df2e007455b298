import { isUuid } from '../../database/live-reader.js';
import type { Unit } from '../../database/unit-of-work.js';
import { notFound } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { Quote } from './quote.entity.js';

/** A quote held for change, with its job (taken first, as every change of a job does) when it has one. */
export async function quoteToChange(unit: Unit, id: string): Promise<Quote> {
  if (!isUuid(id)) throw notFound();
  const jobBefore = (await unit.em.findOne(Quote, { id }))?.job?.id;
  if (jobBefore) await jobToChange(unit, jobBefore);
  const quote = await recordToChange(unit, Quote, id);
  // Somebody attached it while we waited for it.
  if (quote.job && quote.job.id !== jobBefore) await jobToChange(unit, quote.job.id);
  return quote;
}
