import { invalid } from '../../visibility/refusals.js';
import type { Amounts, Totals } from './totals.js';

// What an Int of GraphQL holds; more than 21 million is a slip of the keyboard.
const MOST_CENTS = 2_147_483_647;

/** Refuses lines whose amounts, or the totals they add up to, are more than an amount can hold. */
export function checkAmounts(lines: Amounts[], totals: Totals): void {
  const { netCents, taxCents, totalCents } = totals;
  const amounts = [...lines.map((line) => line.netCents), netCents, taxCents, totalCents];
  if (amounts.every((cents) => Math.abs(cents) <= MOST_CENTS)) return;
  throw invalid(
    'input.lines',
    'The total is more than 21,474,836.47; check quantities and prices.',
  );
}
