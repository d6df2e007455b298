import { shareOf } from '../../money/share-of.js';
import { type TaxedAmounts, taxesByRate } from '../../money/taxes.js';
import type { LineOfInvoice } from '../line-of-invoice.js';

/**
 * Lines of a deposit invoice: one for each tax rate of what was accepted, in proportion. Together with their tax they
 * are exactly the deposit.
 */
export function linesOfDeposit(
  accepted: TaxedAmounts[],
  depositCents: number,
  title: string,
): LineOfInvoice[] {
  return shareOf(taxesByRate(accepted), depositCents)
    .filter(({ netCents, taxCents }) => netCents !== 0 || taxCents !== 0)
    .map(({ taxRateBasisPoints, netCents, taxCents }) => ({
      description: `Deposit for ${title}`,
      quantity: 1,
      unitPriceCents: netCents,
      taxRateBasisPoints,
      netCents,
      taxCents,
    }));
}
