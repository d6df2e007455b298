import { money } from './in-words.js';
import type { Totals } from './totals.js';

/** A line of a quote or an invoice, as far as a mail says it. */
export interface PricedLine {
  description: string;
  quantity: number;
  unitPriceCents: number;
  netCents: number;
}

/** Lines and totals of a quote or an invoice, one entry of a mail each. */
export function pricedEntries(
  { lines, netCents, taxCents, totalCents }: Totals & { lines: PricedLine[] },
  place: { currency: string },
): string[] {
  return [
    ...lines.map(
      (line) =>
        `${line.description}: ${line.quantity} × ${money(line.unitPriceCents, place)} = ${money(line.netCents, place)}`,
    ),
    `Before tax: ${money(netCents, place)}`,
    `Tax: ${money(taxCents, place)}`,
    `Total: ${money(totalCents, place)}`,
  ];
}
