import type { Row } from './json-server.js';
import { withPhones } from './with-phones.js';

interface Published {
  id: string;
  version: number;
  status: string;
}

interface PublishedInvoice extends Published {
  totalCents: number;
  paidCents: number;
  creditedCents: number;
  lines: { taxRateBasisPoints: number; netCents: number }[];
}

/** Adds to a published page the fields that are computed on every read, which a publication has as null. */
export function withComputed(row: Row): string {
  const page = JSON.parse(withPhones(row));
  const { quotes, invoices } = page.job as { quotes: Published[]; invoices: PublishedInvoice[] };
  for (const quote of quotes) Object.assign(quote, ofQuote(quote));
  for (const invoice of invoices) Object.assign(invoice, ofInvoice(invoice));
  return JSON.stringify(page);
}

/** Computed fields of a quote that was sent. */
export function ofQuote(quote: Published) {
  return { documentUrl: path(quote.status === 'ACCEPTED' ? 'accepted-quote' : 'quote', quote) };
}

/** Computed fields of an invoice that was sent. */
export function ofInvoice(invoice: PublishedInvoice) {
  const { totalCents, paidCents, creditedCents } = invoice;
  return {
    documentUrl: path('invoice', invoice),
    receiptUrl: paidCents > 0 ? path('receipt', invoice) : null,
    refundDueCents: Math.max(0, paidCents + creditedCents - Math.max(0, totalCents)),
    taxes: taxesOf(invoice),
  };
}

function path(kind: string, { id, version }: Published): string {
  return `/documents/${kind}-${id}-${version}.pdf`;
}

/** Highest rate first; tax is rounded once for each rate. */
function taxesOf({ lines }: PublishedInvoice) {
  const netByRate = new Map<number, number>();
  for (const { taxRateBasisPoints: rate, netCents } of lines)
    netByRate.set(rate, (netByRate.get(rate) ?? 0) + netCents);
  return [...netByRate]
    .sort(([one], [other]) => other - one)
    .map(([taxRateBasisPoints, netCents]) => ({
      taxRateBasisPoints,
      netCents,
      taxCents: Math.floor((netCents * taxRateBasisPoints) / 10_000 + 0.5),
    }));
}
