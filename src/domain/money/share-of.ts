import type { TaxedAmounts } from './taxes.js';
import { partOf, sum } from './totals.js';

/**
 * The given amounts reduced in proportion, so that net and tax together are exactly `cents`: at most their sum, which is
 * more than 0. The tax of each is in the proportion that it was in, rounded to the nearest cent. All of it is the amounts
 * as they are, to the cent.
 */
export function shareOf<A extends TaxedAmounts>(amounts: A[], cents: number): A[] {
  const whole = sum(amounts.map(grossOf));
  let grossBefore = 0;
  return amounts.map((amount) => {
    const gross = grossOf(amount);
    const share = partOf(grossBefore + gross, cents, whole) - partOf(grossBefore, cents, whole);
    grossBefore += gross;
    // Tax has the sign of its gross amount, so the quotient is never negative.
    const taxCents = gross === 0 ? 0 : partOf(share, Math.abs(amount.taxCents), Math.abs(gross));
    return { ...amount, netCents: share - taxCents, taxCents };
  });
}

function grossOf({ netCents, taxCents }: TaxedAmounts): number {
  return netCents + taxCents;
}
