import { Float, Int, ObjectType } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { type Amounts, sum, type Totals, taxOf } from './totals.js';

/** Amounts of one line with its share of the tax. */
export interface TaxedAmounts extends Amounts {
  taxCents: number;
}

/** Sum of the lines of one tax rate, as a tax invoice lists it. */
@ObjectType({ description: 'Net amount and tax of all lines with one tax rate.' })
export class TaxOfRate {
  @FieldFor(staffAndClient, 'Tax rate in basis points: 1000 is 10 %.', () => Float)
  taxRateBasisPoints!: number;

  @FieldFor(staffAndClient, 'Total before tax of these lines, in cents.', () => Int)
  netCents!: number;

  @FieldFor(staffAndClient, 'Tax on these lines, in cents.', () => Int)
  taxCents!: number;
}

/**
 * The lines with their share of the tax. Tax is rounded once per rate, on the sum of its lines; the shares of a rate add
 * up to exactly that, so a share may differ by one cent from the rounded tax of its line alone.
 */
export function withTax<L extends Amounts>(lines: L[]): (L & TaxedAmounts)[] {
  const netSoFar = new Map<number, number>();
  return lines.map((line) => {
    const { taxRateBasisPoints: rate, netCents } = line;
    const before = netSoFar.get(rate) ?? 0;
    netSoFar.set(rate, before + netCents);
    return { ...line, taxCents: taxOf(before + netCents, rate) - taxOf(before, rate) };
  });
}

/** Sums by tax rate, highest rate first. */
export function taxesByRate(lines: TaxedAmounts[]): TaxOfRate[] {
  const byRate = new Map<number, TaxOfRate>();
  for (const { taxRateBasisPoints, netCents, taxCents } of lines) {
    const sum = byRate.get(taxRateBasisPoints) ?? { taxRateBasisPoints, netCents: 0, taxCents: 0 };
    sum.netCents += netCents;
    sum.taxCents += taxCents;
    byRate.set(taxRateBasisPoints, sum);
  }
  return [...byRate.values()].sort((a, b) => b.taxRateBasisPoints - a.taxRateBasisPoints);
}

/** Totals of lines that have their shares of the tax. */
export function totalOfTaxed(lines: TaxedAmounts[]): Totals {
  const netCents = sum(lines.map((line) => line.netCents));
  const taxCents = sum(lines.map((line) => line.taxCents));
  return { netCents, taxCents, totalCents: netCents + taxCents };
}
