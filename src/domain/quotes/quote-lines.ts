import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../visibility/inputs/faults.js';
import { Business } from '../business/business.entity.js';
import { checkAmounts } from '../money/fits-in-cents.js';
import { netOf, type Totals, totalOf } from '../money/totals.js';
import { chosen, linesInOrder } from './choice/chosen-lines.js';
import type { Quote } from './quote.entity.js';
import type { QuoteLineInput } from './quote.inputs.js';
import { QuoteLine } from './quote-line.entity.js';

/**
 * Replaces the lines of a quote and updates its totals; a cost that is left out stays. Throws VALIDATION_FAILED when an
 * amount is too large, or a line of the input names one that is gone.
 */
export async function replaceLines(
  unit: Unit,
  quote: Quote,
  inputs: QuoteLineInput[],
): Promise<void> {
  const business = await unit.em.findOneOrFail(Business, quote.businessId);
  const before = await linesInOrder(unit, quote);
  const costs = costsOf(inputs, before);
  for (const line of before) unit.em.remove(line);
  const lines = inputs.map((input, position) =>
    unit.em.create(QuoteLine, {
      businessId: quote.businessId,
      quote,
      position,
      description: input.description.trim(),
      groupName: input.groupName?.trim() || null,
      optional: input.optional ?? false,
      chosen: !input.optional,
      quantity: input.quantity,
      unitPriceCents: input.unitPriceCents,
      taxRateBasisPoints: input.taxRateBasisPoints ?? business.taxRateBasisPoints,
      netCents: netOf(input.quantity, input.unitPriceCents),
      unitCostCents: costs[position] as number,
    }),
  );
  quote.priceFrom(chosen(lines));
  checkAmounts(lines, quote, business);
  // The most and the least that a client can choose: all options but the discounts, and only those.
  checkAmounts(
    [],
    totalWith(lines, (cents) => cents > 0),
    business,
  );
  checkAmounts(
    [],
    totalWith(lines, (cents) => cents < 0),
    business,
  );
}

/** Totals with the optional lines whose amount passes. */
function totalWith(lines: QuoteLine[], isTaken: (netCents: number) => boolean): Totals {
  return totalOf(lines.filter(({ optional, netCents }) => !optional || isTaken(netCents)));
}

type LineBefore = Pick<QuoteLine, 'id' | 'description' | 'unitCostCents'>;

/**
 * Unit costs of new lines, in cents. A cost that the input leaves out is that of the line whose place it takes: roles that
 * cannot see costs edit quotes too, and must not clear what they do not see. Lines are found by ID, otherwise by their
 * description, each once. Throws VALIDATION_FAILED for a line without a cost whose ID is on the quote no more.
 */
function costsOf(inputs: QuoteLineInput[], before: LineBefore[]): number[] {
  const left = new Map(before.map((line) => [line.id, line]));
  const take = (line: LineBefore | undefined) => {
    if (line) left.delete(line.id);
    return line;
  };
  // All IDs first, so that no line is taken by its description that another one names.
  const named = inputs.map(({ id }) => take(left.get(id ?? '')));
  const faults = new Faults();
  const costs = inputs.map(({ id, description, unitCostCents }, at) => {
    const sameText = (line: LineBefore) => line.description === description.trim();
    const line = named[at] ?? take([...left.values()].find(sameText));
    if (id && !line && typeof unitCostCents !== 'number')
      faults.add(`input.lines.${at}.id`, LINE_IS_GONE);
    return unitCostCents ?? line?.unitCostCents ?? 0;
  });
  faults.throwIfAny();
  return costs;
}

const LINE_IS_GONE =
  'This line is no longer on the quote; open the quote again and make the change there.';
