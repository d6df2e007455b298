import type { Row } from '../../database/sql/rows.js';
import { type TaxedAmounts, type TaxOfRate, taxesByRate, withTax } from '../money/taxes.js';
import type { Invoice } from './invoice.entity.js';
import type { InvoiceLine } from './invoice-line.entity.js';

type Settled = Pick<Invoice, 'status' | 'kind' | 'totalCents' | 'paidCents' | 'creditedCents'>;

/** Amount that was paid and then credited, which the business owes its client. */
export function refundDueOf({ totalCents, paidCents, creditedCents }: Settled): number {
  return Math.max(0, paidCents + (creditedCents ?? 0) - Math.max(0, totalCents));
}

/** `refundDueOf` in SQL. */
export function refundDueInSql(invoice: string): string {
  return (
    `greatest(0, ${invoice}.paid_cents::bigint + ${invoice}.credited_cents ` +
    `- greatest(0, ${invoice}.total_cents))`
  );
}

/**
 * Net amount and tax by rate. Empty for lines that were published without their rates. Lines stored before each had
 * its share of the tax get it here.
 */
export function taxesOf(
  lines: Pick<Row<InvoiceLine>, 'netCents' | 'taxRateBasisPoints' | 'taxCents'>[] | null,
): TaxOfRate[] {
  if (!lines?.every(({ taxRateBasisPoints }) => typeof taxRateBasisPoints === 'number')) return [];
  const isTaxed = lines.every(({ taxCents }) => typeof taxCents === 'number');
  return taxesByRate(isTaxed ? (lines as TaxedAmounts[]) : withTax(lines));
}
