import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { money } from '../../money/in-words.js';
import { totalOf } from '../../money/totals.js';
import type { Quote } from '../quote.entity.js';
import { QuoteLine } from '../quote-line.entity.js';

/** Throws VALIDATION_FAILED when the fixed deposit is more than the quote with all of its options. */
export async function checkDeposit({ em }: Unit, quote: Quote): Promise<void> {
  if (quote.depositCents === null) return;
  // The lines may have been replaced by this change.
  await em.flush();
  const lines = await em.find(QuoteLine, { quote: quote.id });
  const { totalCents } = totalOf(lines);
  if (lines.length === 0 || quote.depositCents <= totalCents) return;
  const business = await em.findOneOrFail(Business, quote.businessId);
  throw invalid(
    'input.depositCents',
    `The deposit is more than the total of ${money(totalCents, business)}; ask for less.`,
  );
}
