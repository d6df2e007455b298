import type { Unit } from '../../database/unit-of-work.js';
import { Business } from '../business/business.entity.js';
import { checkAmounts } from '../money/fits-in-cents.js';
import { netOf } from '../money/totals.js';
import type { Quote } from './quote.entity.js';
import type { QuoteLineInput } from './quote.inputs.js';
import { QuoteLine } from './quote-line.entity.js';

/** Gives the quote these lines in place of those it had, and works its totals out. */
export async function replaceLines(
  unit: Unit,
  quote: Quote,
  inputs: QuoteLineInput[],
): Promise<void> {
  const { taxRateBasisPoints } = await unit.em.findOneOrFail(Business, quote.businessId);
  for (const line of await unit.em.find(QuoteLine, { quote: quote.id })) unit.em.remove(line);
  const lines = inputs.map((input, position) =>
    unit.em.create(QuoteLine, {
      businessId: quote.businessId,
      quote,
      position,
      description: input.description.trim(),
      quantity: input.quantity,
      unitPriceCents: input.unitPriceCents,
      taxRateBasisPoints: input.taxRateBasisPoints ?? taxRateBasisPoints,
      netCents: netOf(input.quantity, input.unitPriceCents),
      unitCostCents: input.unitCostCents ?? 0,
    }),
  );
  quote.priceFrom(lines);
  checkAmounts(lines, quote);
}
