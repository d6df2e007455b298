import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { Business } from '../business/business.entity.js';
import { withTax } from '../money/taxes.js';
import { netOf } from '../money/totals.js';
import {
  type AcceptedContent,
  acceptanceOf,
  acceptedContent,
} from '../quotes/answers/accepted-content.js';
import { chosenLinesOf } from '../quotes/choice/chosen-lines.js';
import type { Quote } from '../quotes/quote.entity.js';
import type { Invoice } from './invoice.entity.js';
import type { InvoiceLineInput } from './invoice.inputs.js';
import { InvoiceLine } from './invoice-line.entity.js';
import type { LineOfInvoice } from './line-of-invoice.js';

/**
 * Copies of the chosen lines of a quote, in order: what an invoice of it charges. Of an accepted quote they are those of
 * the version that was accepted.
 */
export async function linesOfQuote(unit: Unit, quote: Quote): Promise<LineOfInvoice[]> {
  const answer = await acceptanceOf(unit, quote);
  if (!answer) return linesToCharge(await chosenLinesOf(unit, quote));
  return linesToCharge((await acceptedContent(unit, answer)).lines);
}

/** Copies of the lines of a quote as lines of an invoice. */
export function linesToCharge(lines: AcceptedContent['lines']): LineOfInvoice[] {
  return withTax(
    lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      taxRateBasisPoints: line.taxRateBasisPoints,
      netCents: line.netCents,
      quoteLineId: line.id,
    })),
  );
}

/** The lines of the input; the default tax rate is that of the business. Throws VALIDATION_FAILED when empty. */
export async function linesOfInput(
  { em }: Unit,
  businessId: string,
  lines: InvoiceLineInput[] | null | undefined,
): Promise<LineOfInvoice[]> {
  if (!lines?.length)
    throw invalid('input.lines', 'Write at least one line, or take those of a quote.');
  const business = await em.findOneOrFail(Business, businessId);
  return withTax(
    lines.map((line) => ({
      description: line.description.trim(),
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      taxRateBasisPoints: line.taxRateBasisPoints ?? business.taxRateBasisPoints,
      netCents: netOf(line.quantity, line.unitPriceCents),
    })),
  );
}

/** Lines of an invoice, in order, with their IDs. Those stored before each had its share of the tax get it here. */
export async function linesOf(
  unit: Unit,
  invoice: Invoice,
): Promise<(LineOfInvoice & { id: string })[]> {
  const stored = await storedLinesOf(unit, invoice);
  const lines = stored.map((line) => ({
    id: line.id,
    description: line.description,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    taxRateBasisPoints: line.taxRateBasisPoints,
    netCents: line.netCents,
    quoteLineId: line.quoteLineId,
    creditedLineId: line.creditedLineId,
    depositLineId: line.depositLineId,
  }));
  const taxed = stored.every(({ taxCents }) => taxCents !== null);
  if (!taxed) return withTax(lines);
  return lines.map((line, at) => ({ ...line, taxCents: stored[at]?.taxCents as number }));
}

/** The same as they are stored. */
export function storedLinesOf({ em }: Unit, invoice: Invoice): Promise<InvoiceLine[]> {
  const orderBy = { position: 'asc', id: 'asc' } as const;
  return em.find(InvoiceLine, { invoice: invoice.id }, { orderBy });
}

/** Replaces the lines of an invoice and updates its totals. */
export async function replaceInvoiceLines(
  { em }: Unit,
  invoice: Invoice,
  lines: LineOfInvoice[],
): Promise<void> {
  for (const line of await em.find(InvoiceLine, { invoice: invoice.id })) em.remove(line);
  addLines({ em }, invoice, lines);
}

/** Adds lines to an invoice without lines and sets its totals. */
export function addLines({ em }: Pick<Unit, 'em'>, invoice: Invoice, lines: LineOfInvoice[]): void {
  const { businessId } = invoice;
  lines.forEach((line, position) => {
    em.create(InvoiceLine, { ...line, position, businessId, invoice }, { partial: true });
  });
  invoice.priceFrom(lines);
}
