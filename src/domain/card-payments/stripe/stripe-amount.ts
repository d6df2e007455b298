import { decimalsOf } from '../../money/decimals.js';

/**
 * Decimals that Stripe counts for a currency that does not have two. Icelandic króna and Ugandan shilling have none, but
 * Stripe counts two.
 */
const STRIPE_DECIMALS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD JOD KWD OMR TND'.split(' ').map((code) => [code, 3]),
]);

/** Amount as Stripe counts it; null if Stripe can neither take nor refund exactly this amount. */
export function toStripeAmount(cents: number, currency: string): number | null {
  const amount = scaled(cents, stripeDecimals(currency) - decimalsOf(currency));
  if (!Number.isInteger(amount)) return null;
  // Card networks have no third decimal.
  return stripeDecimals(currency) === 3 && amount % 10 !== 0 ? null : amount;
}

/** The smallest amount that Stripe can refund and that is not less than this one. */
export function roundedUpForStripe(cents: number, currency: string): number {
  let rounded = cents;
  // Ten or a hundred of the smallest unit at most.
  while (toStripeAmount(rounded, currency) === null) rounded += 1;
  return rounded;
}

/**
 * Amount as Stripe counts it.
 *
 * @throws if Stripe cannot take exactly this amount: a call without an amount would take or refund another one.
 */
export function exactStripeAmount(cents: number, currency: string): number {
  const amount = toStripeAmount(cents, currency);
  if (amount === null) throw new Error(`Stripe has no amount of ${cents} smallest ${currency}.`);
  return amount;
}

/** Amount of Stripe in the smallest unit of the currency, as we count it. */
export function fromStripeAmount(amount: number, currency: string): number {
  return Math.round(scaled(amount, decimalsOf(currency) - stripeDecimals(currency)));
}

function stripeDecimals(currency: string): number {
  return STRIPE_DECIMALS[currency] ?? 2;
}

function scaled(amount: number, decimals: number): number {
  return decimals < 0 ? amount / 10 ** -decimals : amount * 10 ** decimals;
}
