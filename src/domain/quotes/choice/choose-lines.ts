import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { MAX_INT } from '../../../visibility/bounds.js';
import { invalid, Refusal } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { checkAmounts } from '../../money/fits-in-cents.js';
import { type Amounts, type Totals, totalOf } from '../../money/totals.js';
import type { Quote } from '../quote.entity.js';
import { chosen, linesInOrder } from './chosen-lines.js';

/** Line of a quote, live or published. */
export interface ChoosableLine extends Amounts {
  id: string;
  optional: boolean;
}

/**
 * Sets which optional lines of a quote are taken, and its totals. Returns their IDs in the order of the lines.
 *
 * @param published the lines as the client sees them: it accepts these, so they decide what the choice costs.
 * @throws VALIDATION_FAILED when an ID is no optional line of the quote, or nothing with a price is chosen.
 */
export async function chooseLines(
  unit: Unit,
  quote: Quote,
  lineIds: string[],
  published?: ChoosableLine[],
): Promise<string[]> {
  const lines = await linesInOrder(unit, quote);
  const taken = withChoice(published ?? lines, lineIds);
  const totals = totalOf(taken);
  const business = await unit.em.findOneOrFail(Business, quote.businessId);
  checkAmounts([], totals, business, 'optionalLineIds');
  if (totals.totalCents <= 0)
    throw invalid('optionalLineIds', 'Choose at least one of the lines, so that there is a price.');
  const takenIds = taken.map(({ id }) => id);
  for (const line of lines) line.chosen = takenIds.includes(line.id);
  quote.priceAt(totals);
  return taken.flatMap(({ id, optional }) => (optional ? id : []));
}

/** Takes no optional lines, as before an acceptance. */
export async function clearChoice(unit: Unit, quote: Quote): Promise<void> {
  const lines = await linesInOrder(unit, quote);
  for (const line of lines) line.chosen = !line.optional;
  quote.priceFrom(chosen(lines));
}

/**
 * Totals of a quote with these optional lines. Throws VALIDATION_FAILED when an ID is no optional line of it,
 * NUMBER_TOO_LARGE when an amount does not fit a GraphQL Int.
 */
export function totalsWith(lines: ChoosableLine[], lineIds: string[]): Totals {
  const totals = totalOf(withChoice(lines, lineIds));
  const { netCents, taxCents, totalCents } = totals;
  if ([netCents, taxCents, totalCents].some((cents) => Math.abs(cents) > MAX_INT))
    throw new Refusal('NUMBER_TOO_LARGE');
  return totals;
}

function withChoice<L extends ChoosableLine>(lines: L[], lineIds: string[]): L[] {
  const wanted = new Set(lineIds.map((id) => id.toLowerCase()));
  const taken = lines.filter(({ id, optional }) => !optional || wanted.has(id));
  const found = taken.filter(({ optional }) => optional).length;
  if (found === wanted.size) return taken;
  throw invalid(
    'optionalLineIds',
    'One of these is no optional line of this quote; look at the quote again.',
  );
}
