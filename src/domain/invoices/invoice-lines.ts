import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { Business } from '../business/business.entity.js';
import type { Job } from '../jobs/job.entity.js';
import { netOf } from '../money/totals.js';
import type { Quote } from '../quotes/quote.entity.js';
import { QuoteLine } from '../quotes/quote-line.entity.js';
import type { CreateInvoiceInput } from './invoice.inputs.js';

/** What a line says and costs, before it belongs to an invoice. */
export interface LineOfInvoice {
  position: number;
  description: string;
  quantity: number;
  unitPriceCents: number;
  taxRateBasisPoints: number;
  netCents: number;
}

/** The lines of a quote as they are priced there. */
export async function linesOfQuote({ em }: Unit, quote: Quote): Promise<LineOfInvoice[]> {
  const lines = await em.find(
    QuoteLine,
    { quote: quote.id },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
  return lines.map((line, position) => ({
    position,
    description: line.description,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    taxRateBasisPoints: line.taxRateBasisPoints,
    netCents: line.netCents,
  }));
}

/** The lines that somebody wrote, taxed at the business's rate where they name none. */
export async function linesWritten(
  { em }: Unit,
  job: Job,
  { lines }: CreateInvoiceInput,
): Promise<LineOfInvoice[]> {
  if (!lines?.length)
    throw invalid('input.lines', 'Write at least one line, or take a quote with quoteId.');
  const business = await em.findOneOrFail(Business, job.businessId);
  return lines.map((line, position) => ({
    position,
    description: line.description.trim(),
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    taxRateBasisPoints: line.taxRateBasisPoints ?? business.taxRateBasisPoints,
    netCents: netOf(line.quantity, line.unitPriceCents),
  }));
}
