import { MAX_INT } from '../../visibility/bounds.js';
import { invalid } from '../../visibility/refusals.js';
import { money } from './in-words.js';
import type { Amounts, Totals } from './totals.js';

/** Throws VALIDATION_FAILED for `field` when an amount of a line or of the totals does not fit a GraphQL Int. */
export function checkAmounts(
  lines: Amounts[],
  totals: Totals,
  { currency }: { currency: string },
  field = 'input.lines',
): void {
  const { netCents, taxCents, totalCents } = totals;
  const amounts = [...lines.map((line) => line.netCents), netCents, taxCents, totalCents];
  if (amounts.every((cents) => Math.abs(cents) <= MAX_INT)) return;
  throw invalid(
    field,
    `The total is more than ${money(MAX_INT, { currency })}; check quantities and prices.`,
  );
}
