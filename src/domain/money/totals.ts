/** Net amount in whole cents (the smallest unit of the currency) and tax rate of one line. */
export interface Amounts {
  netCents: number;
  taxRateBasisPoints: number;
}

/** Totals of a quote or an invoice, in whole cents. */
export interface Totals {
  netCents: number;
  taxCents: number;
  totalCents: number;
}

/** Quantity times unit price, rounded to the nearest whole cent, half a cent up. */
export function netOf(quantity: number, unitPriceCents: number): number {
  const product = quantity * unitPriceCents;
  if (Number.isInteger(quantity) && Number.isSafeInteger(product)) return product;
  const { digits, divisor } = toDecimal(quantity);
  return divideRounded(digits * BigInt(unitPriceCents), divisor);
}

/**
 * Totals of a quote or invoice. Tax is computed once per rate on the sum of that rate's lines and
 * rounded once, so rounding does not depend on the number of lines.
 */
export function totalOf(lines: Amounts[]): Totals {
  const netByRate = new Map<number, number>();
  for (const { netCents, taxRateBasisPoints } of lines) {
    netByRate.set(taxRateBasisPoints, (netByRate.get(taxRateBasisPoints) ?? 0) + netCents);
  }
  const netCents = sum([...netByRate.values()]);
  const taxCents = sum([...netByRate].map(([rate, net]) => taxOf(net, rate)));
  return { netCents, taxCents, totalCents: netCents + taxCents };
}

/** Tax of an amount, rounded to the nearest whole cent. A rate may have decimals: 997.5 basis points are 9.975 %. */
export function taxOf(netCents: number, taxRateBasisPoints: number): number {
  const { digits, divisor } = toDecimal(taxRateBasisPoints);
  return divideRounded(BigInt(netCents) * digits, 10_000n * divisor);
}

/**
 * A number as an exact decimal fraction, whole digits over a power of ten: 1.1 is 11 over 10, where the
 * binary fraction is slightly more.
 */
function toDecimal(number: number): { digits: bigint; divisor: bigint } {
  const [mantissa = '0', exponent = '0'] = String(number).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0
    ? { digits, divisor: 10n ** BigInt(places) }
    : { digits: digits * 10n ** BigInt(-places), divisor: 1n };
}

/** Quotient rounded to the nearest whole number, halves up. */
function divideRounded(amount: bigint, divisor: bigint): number {
  const [numerator, denominator] = [2n * amount + divisor, 2n * divisor];
  // BigInt division truncates towards zero, which rounds negative quotients up.
  const isTruncatedUp = numerator < 0n && numerator % denominator !== 0n;
  return Number(numerator / denominator - (isTruncatedUp ? 1n : 0n));
}

/** Sum of whole amounts. */
export function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** `part` of `whole` of an amount, rounded to the nearest whole cent; both are whole numbers. */
export function partOf(cents: number, part: number, whole: number): number {
  return divideRounded(BigInt(cents) * BigInt(part), BigInt(whole));
}
