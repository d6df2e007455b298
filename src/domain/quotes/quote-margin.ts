import type { Lookup } from '../../database/reader.js';

/**
 * What is left of a quote's price before tax when each line's own cost is paid, in whole cents. A
 * quantity counts as the digits that were typed, and half a cent is rounded up, as in `money/totals.ts`.
 */
export const quoteMargin: Lookup<number> = {
  sql: `
    select q.id, (q.net_cents - coalesce((
      select sum(floor(l.quantity::text::numeric * l.unit_cost_cents + 0.5)) from quote_lines l where l.quote_id = q.id), 0))::int
      as "marginCents"
    from quotes q where q.business_id = $1 and q.id = any($2)`,
  answer: ({ marginCents }) => marginCents as number,
};
