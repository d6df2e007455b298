import { Int, Resolver } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { ComputedFor } from '../common/computed.js';
import { isWholeInSql } from '../money/bounds.js';
import { Quote } from './quote.entity.js';

/** Margin of a quote, for roles that may see costs. */
@Resolver(() => Quote)
export class QuoteMarginResolver {
  @ComputedFor({
    audiences: rolesWith('SEE_COSTS'),
    description: 'Margin in cents: total before tax, less the costs of the chosen lines.',
    type: () => Int,
    record: () => Quote,
    computedSql: marginInSql,
  })
  marginCents!: number | null;
}

/**
 * Margin of a quote: total before tax less the costs of its lines, in whole cents. Quantities are exact
 * decimals and half a cent is rounded up, as in `money/totals.ts`.
 */
function marginInSql(quote: string): string {
  return `
    (${quote}.net_cents - coalesce((select sum(
      case when ${isWholeInSql('l')} then (l.quantity * l.unit_cost_cents)::bigint
      else floor(l.quantity::text::numeric * l.unit_cost_cents + 0.5) end)
      from quote_lines l where l.quote_id = ${quote}.id and l.chosen), 0))`;
}
