import type { Unit } from '../../database/unit-of-work.js';
import { recordToChange } from '../business-members.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { Quote } from './quote.entity.js';

/** A quote held for change, with its job (taken first, as every change of a job does) when it has one. */
export async function quoteToChange(unit: Unit, id: string): Promise<Quote> {
  const quote = await unit.em.findOne(Quote, { id });
  if (quote?.job) await jobToChange(unit, quote.job.id);
  return recordToChange(unit, Quote, id);
}
