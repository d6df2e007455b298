import { workedOut } from '../../database/reader.js';
import { isWholeInSql } from '../money/bounds.js';

/**
 * What is left of a quote's price before tax when each line's own cost is paid, in whole cents. A
 * quantity counts as the digits that were typed, and half a cent is rounded up, as in `money/totals.ts`.
 */
export const quoteMargin = workedOut(
  'quotes',
  (quote) => `${marginInSql(quote)} as "marginCents"`,
  ({ marginCents }) => marginCents as string,
);

export function marginInSql(quote: string): string {
  return `
    (${quote}.net_cents - coalesce((select sum(
      case when ${isWholeInSql('l')} then (l.quantity * l.unit_cost_cents)::bigint
      else floor(l.quantity::text::numeric * l.unit_cost_cents + 0.5) end)
      from quote_lines l where l.quote_id = ${quote}.id), 0))`;
}
