import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid } from '../../../visibility/refusals.js';
import { findReferenced } from '../../common/find-referenced.js';
import { lockJob } from '../../jobs/lock-job.js';
import { lockQuote } from '../../quotes/lock-quote.js';
import { Quote } from '../../quotes/quote.entity.js';
import { QuoteStatus } from '../../quotes/quote-status.js';

/**
 * A quote that can be invoiced, locked with its job until commit. With a job it must be part of that job. Throws
 * VALIDATION_FAILED, and CONFLICT for a quote that was neither sent nor accepted.
 */
export async function lockQuoteToInvoice(
  unit: Unit,
  quoteId: string,
  jobId: string | null,
): Promise<Quote> {
  if (jobId) await lockJob(unit, jobId);
  const found = await findReferenced(unit, Quote, quoteId, 'input.quoteId');
  // Before another job is locked for nothing; and after, since the quote may have been attached meanwhile.
  refuseOtherJob(found, jobId);
  const quote = await lockQuote(unit, quoteId);
  refuseOtherJob(quote, jobId);
  if (!INVOICEABLE.includes(quote.status))
    throw conflict('Only a quote that was sent or accepted can be invoiced.');
  return quote;
}

const INVOICEABLE: QuoteStatus[] = [QuoteStatus.SENT, QuoteStatus.ACCEPTED];

function refuseOtherJob({ job }: Quote, jobId: string | null): void {
  if (jobId && job?.id !== jobId.toLowerCase())
    throw invalid('input.quoteId', 'This quote is not part of the job; attach it first.');
}
