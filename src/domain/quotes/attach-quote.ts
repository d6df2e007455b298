import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { Quote } from './quote.entity.js';

/** Makes a quote part of a job. One that belongs to another client or another job stays where it is. */
export async function attachQuote(unit: Unit, jobId: string, quoteId: string) {
  const job = await jobToChange(unit, jobId);
  const quote = await recordToChange(unit, Quote, quoteId);
  if (quote.job && quote.job.id !== job.id)
    throw conflict('This quote belongs to another job already.');
  if (quote.client && job.client && quote.client.id !== job.client.id) {
    throw conflict("This quote is for another client than the job's.");
  }
  quote.attachTo(job);
  return { quote, job };
}
