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

/** Quantity times unit price to the nearest whole cent, half a cent up. */
export function netOf(quantity: number, unitPriceCents: number): number {
  const product = quantity * unitPriceCents;
  if (Number.isInteger(quantity) && Number.isSafeInteger(product)) return product;
  const { digits, parts } = asWritten(quantity);
  return nearest(digits * BigInt(unitPriceCents), parts);
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
  const taxCents = sum(
    [...netByRate].map(([rate, net]) => nearest(BigInt(net) * BigInt(rate), 10_000n)),
  );
  return { netCents, taxCents, totalCents: netCents + taxCents };
}

/**
 * The number a person typed, as whole digits over a power of ten: 1.1 is 11 over 10, where the binary
 * fraction that stands for it is a little more. What is multiplied is what was typed.
 */
function asWritten(quantity: number): { digits: bigint; parts: bigint } {
  const [mantissa = '0', exponent = '0'] = String(quantity).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0
    ? { digits, parts: 10n ** BigInt(places) }
    : { digits: digits * 10n ** BigInt(-places), parts: 1n };
}

function nearest(amount: bigint, parts: bigint): number {
  const [twice, whole] = [2n * amount + parts, 2n * parts];
  // Division of whole numbers cuts towards zero; below zero that is up, and one too many.
  const isCutUp = twice < 0n && twice % whole !== 0n;
  return Number(twice / whole - (isCutUp ? 1n : 0n));
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
