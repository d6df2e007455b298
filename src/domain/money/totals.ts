/** What a line adds to its quote or invoice, in whole cents. */
export interface Amounts {
  netCents: number;
  taxRateBasisPoints: number;
}

/** What lines add up to, in whole cents. */
export interface Totals {
  netCents: number;
  taxCents: number;
  totalCents: number;
}

/** Quantity times unit price, rounded half up to a whole cent. */
export function netOf(quantity: number, unitPriceCents: number): number {
  return Math.round(round6(quantity * unitPriceCents));
}

/**
 * Totals of a quote or invoice. Tax is worked out once per rate on the sum of that rate's lines and
 * rounded once, so no cent is made or lost by the number of lines.
 */
export function totalOf(lines: Amounts[]): Totals {
  const netByRate = new Map<number, number>();
  for (const { netCents, taxRateBasisPoints } of lines) {
    netByRate.set(taxRateBasisPoints, (netByRate.get(taxRateBasisPoints) ?? 0) + netCents);
  }
  const netCents = sum([...netByRate.values()]);
  const taxCents = sum([...netByRate].map(([rate, net]) => Math.round((net * rate) / 10_000)));
  return { netCents, taxCents, totalCents: netCents + taxCents };
}

/** Takes out what binary fractions add: 1.1 × 100 is 110.00000000000001. */
function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
