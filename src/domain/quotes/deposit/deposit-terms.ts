import { partOf } from '../../money/totals.js';

/** Deposit that a quote asks for: a percentage with at most one decimal, a fixed amount, or none. */
export interface DepositTerms {
  depositPercent: number | null;
  depositCents: number | null;
}

/** Deposit on a total, including tax, in cents: at most the total; 0 if none is asked for. */
export function depositOf(
  { depositPercent, depositCents }: DepositTerms,
  totalCents: number,
): number {
  if (totalCents <= 0) return 0;
  if (typeof depositPercent === 'number')
    return partOf(totalCents, Math.round(depositPercent * 10), 1000);
  return Math.min(depositCents ?? 0, totalCents);
}
