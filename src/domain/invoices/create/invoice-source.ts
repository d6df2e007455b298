import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { truncated } from '../../../shareable/shareable.js';
import { Faults } from '../../../visibility/inputs/faults.js';
import { invalid } from '../../../visibility/refusals.js';
import type { Client } from '../../clients/client.entity.js';
import { clientToUse } from '../../clients/client-to-use.js';
import { createClient } from '../../clients/create-client.js';
import { movePhotosToJob } from '../../enquiries/photos/move-to-job.js';
import { createJob } from '../../jobs/create-job.js';
import type { Job } from '../../jobs/job.entity.js';
import { lockJob, staffOf } from '../../jobs/lock-job.js';
import type { Quote } from '../../quotes/quote.entity.js';
import type { CreateInvoiceInput } from '../invoice.inputs.js';
import { linesOfInput } from '../invoice-lines.js';
import type { LineOfInvoice } from '../line-of-invoice.js';
import { lockQuoteToInvoice } from './lock-quote-to-invoice.js';
import { linesOfPart } from './progress.js';

/** What a new invoice is made from. */
interface InvoiceSource {
  job: Job;
  quote: Quote | null;
  lines: LineOfInvoice[];
  quotePercent: number | null;
  /** Title, unless the input has its own. */
  title: string;
}

/** The job, quote and lines of the input; the job and its client are made if they are new. Throws VALIDATION_FAILED. */
export async function sourceOf(unit: Unit, input: CreateInvoiceInput): Promise<InvoiceSource> {
  return input.quoteId ? fromQuote(unit, input.quoteId, input) : fromInput(unit, input);
}

async function fromQuote(
  unit: Unit,
  quoteId: string,
  { jobId, percent, again }: CreateInvoiceInput,
): Promise<InvoiceSource> {
  const quote = await lockQuoteToInvoice(unit, quoteId, jobId ?? null);
  const part = await linesOfPart(unit, quote, { percent, again });
  const job = quote.job ?? (await jobOfQuote(unit, quote));
  return { job, quote, ...part };
}

async function jobOfQuote(unit: Unit, quote: Quote): Promise<Job> {
  const job = await createJob(unit, { title: quote.title, clientId: quote.client?.id ?? null });
  quote.attachTo(job);
  await movePhotosToJob(unit, quote, job);
  return job;
}

async function fromInput(unit: Unit, input: CreateInvoiceInput): Promise<InvoiceSource> {
  const { businessId } = staffOf(unit);
  const job = input.jobId ? await lockJob(unit, input.jobId) : null;
  const faults = new Faults();
  const client = job ? null : await faults.checkLater(() => clientOf(unit, input));
  const lines = await faults.checkLater(() => linesOfInput(unit, businessId, input.lines));
  faults.throwIfAny();
  const made = { client: client ?? null, lines: lines ?? [] };
  const title = input.title ?? job?.title ?? truncated(made.lines[0]?.description ?? '');
  return {
    job: job ?? (await jobForClient(unit, title, made.client)),
    quote: null,
    lines: made.lines,
    quotePercent: null,
    title,
  };
}

async function clientOf(unit: Unit, { clientId, newClient }: CreateInvoiceInput): Promise<Client> {
  if (clientId) return clientToUse(unit, clientId, 'input.clientId');
  if (newClient) return createClient(unit, newClient, 'input.newClient');
  throw invalid('input.jobId', 'Choose a job, a quote or a client.');
}

async function jobForClient(unit: Unit, title: string, client: Client | null): Promise<Job> {
  const job = await createJob(unit, { title });
  job.client = client;
  return job;
}
