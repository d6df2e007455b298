import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import type { Job } from '../../jobs/job.entity.js';
import { lockJob } from '../../jobs/lock-job.js';
import { dayOf } from '../../quotes/quote-day.js';
import { checkTotals } from '../check-totals.js';
import { lockQuoteToInvoice } from '../create/lock-quote-to-invoice.js';
import { linesOfPart } from '../create/progress.js';
import { keepTakenOff } from '../deposits/take-off-deposits.js';
import type { Invoice } from '../invoice.entity.js';
import type { UpdateInvoiceInput } from '../invoice.inputs.js';
import { linesOf, linesOfInput, replaceInvoiceLines } from '../invoice-lines.js';
import type { LineOfInvoice } from '../line-of-invoice.js';

/** Changes a draft, also its job and its quote. Returns its job. */
export async function changeDraft(
  unit: Unit,
  invoice: Invoice,
  job: Job,
  input: UpdateInvoiceInput,
): Promise<Job> {
  refuseQuoteOfDeposit(invoice, input);
  const newJob = input.jobId && input.jobId !== job.id ? await lockJob(unit, input.jobId) : job;
  invoice.job = newJob;
  invoice.title = input.title ?? invoice.title;
  if (input.dueOn !== undefined) invoice.dueOn = dayOf(input.dueOn);
  if (input.quoteId === null) takeOffQuote(invoice);
  const lines = await newLines(unit, invoice, input);
  refuseQuoteOfOtherJob(invoice, newJob);
  if (!lines) return newJob;
  await replaceInvoiceLines(unit, invoice, lines);
  const business = await unit.em.findOneOrFail(Business, invoice.businessId);
  checkTotals(lines, invoice, business);
  return newJob;
}

function takeOffQuote(invoice: Invoice): void {
  invoice.quote = null;
  invoice.quotePercent = null;
}

/** Lines of the input, or those of its quote; null if neither changes. */
async function newLines(
  unit: Unit,
  invoice: Invoice,
  input: UpdateInvoiceInput,
): Promise<LineOfInvoice[] | null> {
  const { lines, percent, again } = input;
  const quoteId = input.quoteId ?? (typeof percent === 'number' ? invoice.quote?.id : null);
  if (!quoteId) {
    if (typeof percent === 'number')
      throw invalid('input.percent', 'A percentage is of a quote; choose the quote too.');
    return lines ? linesByHand(unit, invoice, input) : null;
  }
  if (lines) throw invalid('input.lines', "Take the quote's lines or write your own, not both.");
  const quote = await lockQuoteToInvoice(unit, quoteId, invoice.job.id);
  const part = await linesOfPart(unit, quote, { percent, again, except: invoice });
  invoice.quote = quote;
  invoice.quotePercent = part.quotePercent;
  return part.lines;
}

async function linesByHand(
  unit: Unit,
  invoice: Invoice,
  { lines }: UpdateInvoiceInput,
): Promise<LineOfInvoice[]> {
  refuseLinesOfPart(invoice);
  const written = await linesOfInput(unit, invoice.businessId, lines);
  return keepTakenOff(await linesOf(unit, invoice), written);
}

/** The lines of a progress invoice follow its quote, so that all its parts add up to it. */
export function refuseLinesOfPart({ quotePercent }: Invoice): void {
  if (quotePercent === null || quotePercent === 100) return;
  throw conflict(
    'These lines are a part of its quote; take the invoice off the quote first, or make another one.',
  );
}

/** A deposit stays with its quote, which takes it off the next invoice, and is no part of it itself. */
function refuseQuoteOfDeposit({ kind }: Invoice, { quoteId, percent }: UpdateInvoiceInput): void {
  if (kind !== 'DEPOSIT' || (quoteId === undefined && typeof percent !== 'number')) return;
  throw conflict('A deposit stays with its quote; change its lines, or make another invoice.');
}

function refuseQuoteOfOtherJob({ quote }: Invoice, job: Job): void {
  if (quote && quote.job?.id !== job.id)
    throw invalid('input.jobId', 'Its quote is of another job; take it off the quote first.');
}
