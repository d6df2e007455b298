import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Quote } from '../../quotes/quote.entity.js';
import { Invoice } from '../invoice.entity.js';

/**
 * Invoices that count as parts of a quote, oldest first: also drafts, but none that is void, was credited whole, or was
 * made once more on purpose.
 */
export async function invoicedOf({ em }: Unit, quote: Quote): Promise<Invoice[]> {
  const invoices = await em.find(
    Invoice,
    { quote: quote.id, quotePercent: { $ne: null }, status: { $ne: 'VOID' } },
    { orderBy: { id: 'asc' } },
  );
  return invoices.filter(
    ({ totalCents, creditedCents }) => totalCents === 0 || creditedCents < totalCents,
  );
}

/** Per cent of a quote that these invoices are for, with two decimals. */
export function percentOf(invoices: Invoice[]): number {
  const sum = invoices.reduce((total, { quotePercent }) => total + (quotePercent ?? 0), 0);
  return Number(sum.toFixed(2));
}

/** Per cent of a quote that was invoiced, in SQL: the sum of the invoices above. */
export function invoicedPercentInSql(quote: string): string {
  return `(select coalesce(round(sum(i.quote_percent)::numeric, 2), 0)::double precision from invoices i
    where i.quote_id = ${quote}.id and i.quote_percent is not null and i.status <> 'VOID'
      and (i.total_cents = 0 or i.credited_cents < i.total_cents))`;
}
