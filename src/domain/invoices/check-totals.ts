import { invalid } from '../../visibility/refusals.js';
import { checkAmounts } from '../money/fits-in-cents.js';
import { money } from '../money/in-words.js';
import type { Amounts, Totals } from '../money/totals.js';

interface Currency {
  currency: string;
}

/** Throws VALIDATION_FAILED when an invoice would be over less than 0, or an amount does not fit. 0.00 is fine. */
export function checkTotals(lines: Amounts[], totals: Totals, business: Currency): void {
  checkAmounts(lines, totals, business);
  if (totals.totalCents < 0)
    throw invalid(
      'input.lines',
      `The total is ${money(totals.totalCents, business)}; it cannot be less than 0. To give money back, credit an invoice.`,
    );
}

/** Throws VALIDATION_FAILED when the new total of a sent invoice is less than what was paid on it. */
export function refuseBelowPaid(
  { paidCents }: { paidCents: number },
  { totalCents }: Totals,
  business: Currency,
): void {
  if (totalCents >= paidCents) return;
  throw invalid(
    'input.lines',
    `The total cannot be less than the ${money(paidCents, business)} that was paid already; make a credit note instead.`,
  );
}
