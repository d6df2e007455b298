import { money } from './in-words.js';
import type { TaxOfRate } from './taxes.js';
import type { Totals } from './totals.js';

/** A line of a quote or an invoice as mails list it. */
export interface PricedLine {
  description: string;
  quantity: number;
  unitPriceCents: number;
  netCents: number;
}

interface PricedDocument extends Totals {
  lines: PricedLine[];
  /** Sums by tax rate; with more than one rate each is listed. */
  taxes?: TaxOfRate[];
}

/** Lines and totals of a quote or an invoice, as the entries of a mail. */
export function pricedEntries(
  { lines, taxes = [], netCents, taxCents, totalCents }: PricedDocument,
  business: { currency: string; taxName: string },
): string[] {
  return [
    ...lines.map(
      (line) =>
        `${line.description}: ${line.quantity} × ${money(line.unitPriceCents, business)} = ${money(line.netCents, business)}`,
    ),
    `Before tax: ${money(netCents, business)}`,
    ...(taxes.length > 1
      ? taxes.map((tax) => taxOfRate(tax, business))
      : [`${business.taxName}: ${money(taxCents, business)}`]),
    `Total: ${money(totalCents, business)}`,
  ];
}

/** Tax of one rate: "GST 10 % of $1,000.00: $100.00". */
function taxOfRate(
  { taxRateBasisPoints, netCents, taxCents }: TaxOfRate,
  business: { currency: string; taxName: string },
): string {
  const rate = `${business.taxName} ${taxRateBasisPoints / 100} %`;
  return `${rate} of ${money(netCents, business)}: ${money(taxCents, business)}`;
}
