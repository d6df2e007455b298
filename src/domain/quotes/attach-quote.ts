import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { lockEntity } from '../common/find-referenced.js';
import { movePhotosToJob } from '../enquiries/photos/move-to-job.js';
import { lockJob } from '../jobs/lock-job.js';
import { Quote } from './quote.entity.js';

/** Attaches a quote to a job. Throws CONFLICT when it belongs to another job or another client. */
export async function attachQuote(unit: Unit, jobId: string, quoteId: string) {
  const job = await lockJob(unit, jobId);
  const quote = await lockEntity(unit, Quote, quoteId);
  if (quote.job && quote.job.id !== job.id)
    throw conflict('This quote belongs to another job already.');
  if (quote.client && job.client && quote.client.id !== job.client.id) {
    throw conflict("This quote is for another client than the job's.");
  }
  quote.attachTo(job);
  await movePhotosToJob(unit, quote, job);
  return { quote, job };
}
