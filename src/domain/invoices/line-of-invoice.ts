import { isSameContent } from '../../shareable/shareable.js';
import type { Json } from '../../visibility/projection.js';

/** Content of an invoice line. */
export interface LineOfInvoice {
  description: string;
  quantity: number;
  unitPriceCents: number;
  taxRateBasisPoints: number;
  netCents: number;
  taxCents: number;
  /** Line of the quote that it was copied from. */
  quoteLineId?: string | null;
  /** Line that a line of a credit note takes back. */
  creditedLineId?: string | null;
  /** Line of a deposit invoice that is taken off by this line. */
  depositLineId?: string | null;
}

/** Whether two lists of lines charge the same, in the same order. */
export function isSameLines(some: LineOfInvoice[], others: LineOfInvoice[]): boolean {
  return isSameContent(some.map(inOrder) as never as Json, others.map(inOrder) as never as Json);
}

/** A line with its fields in a fixed order, so that two can be compared as JSON. */
export function inOrder(line: LineOfInvoice): LineOfInvoice {
  const { description, quantity, unitPriceCents, taxRateBasisPoints, netCents, taxCents } = line;
  const { quoteLineId = null, depositLineId } = line;
  return {
    description,
    quantity,
    unitPriceCents,
    taxRateBasisPoints,
    netCents,
    taxCents,
    quoteLineId,
    ...(depositLineId && { depositLineId }),
  };
}
