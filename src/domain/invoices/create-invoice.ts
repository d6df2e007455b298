import type { Unit } from '../../database/unit-of-work.js';
import { conflict, invalid } from '../../visibility/refusals.js';
import { named } from '../business-members.js';
import type { Job } from '../jobs/job.entity.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { checkAmounts } from '../money/fits-in-cents.js';
import { nextNumber } from '../number-series.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { dayOf } from '../quotes/quote-day.js';
import { QuoteStatus } from '../quotes/quote-status.js';
import { Invoice } from './invoice.entity.js';
import type { CreateInvoiceInput } from './invoice.inputs.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { linesOfQuote, linesWritten } from './invoice-lines.js';

/** Makes a draft for a job, with the lines of one of its quotes or with lines of its own. */
export async function createInvoice(unit: Unit, input: CreateInvoiceInput) {
  const { job, quote } = await whatItIsFor(unit, input);
  const lines = quote ? await linesOfQuote(unit, quote) : await linesWritten(unit, job, input);
  const { businessId } = job;
  const invoice = unit.em.create(
    Invoice,
    {
      businessId,
      number: await nextNumber(unit.em, businessId, 'invoice'),
      title: input.title?.trim() ?? quote?.title ?? job.title,
      job,
      quote,
      dueOn: dayOf(input.dueOn),
      internalNotes: input.internalNotes ?? null,
    },
    { partial: true },
  );
  invoice.priceFrom(lines);
  checkAmounts(lines, invoice);
  if (invoice.totalCents <= 0)
    throw invalid('input.lines', 'The total must be more than 0; check quantities and prices.');
  for (const line of lines) unit.em.create(InvoiceLine, { ...line, businessId, invoice });
  return { invoice, job };
}

async function whatItIsFor(
  unit: Unit,
  { jobId, quoteId, lines }: CreateInvoiceInput,
): Promise<{ job: Job; quote: Quote | null }> {
  if (!quoteId) {
    if (!jobId) throw invalid('input.jobId', 'Choose a job, or a quote of a job.');
    return { job: await jobToChange(unit, jobId), quote: null };
  }
  if (lines?.length)
    throw invalid('input.lines', "Take the quote's lines or write your own, not both.");
  const job = jobId ? await jobToChange(unit, jobId) : null;
  const quote = await named(unit, Quote, quoteId, 'input.quoteId');
  if (!quote.job || (job && quote.job.id !== job.id))
    throw invalid('input.quoteId', 'This quote is not part of the job; attach it first.');
  const held = job ?? (await jobToChange(unit, quote.job.id));
  // Whoever held the job before us may have changed the quote meanwhile.
  await unit.em.refresh(quote);
  return { job: held, quote: invoiceable(quote) };
}

function invoiceable(quote: Quote): Quote {
  const fit: QuoteStatus[] = [QuoteStatus.SENT, QuoteStatus.ACCEPTED];
  if (fit.includes(quote.status)) return quote;
  throw conflict('Only a quote that was sent or accepted can be invoiced.');
}
