import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { todayOf } from '../business/today-of.js';
import type { Quote } from './quote.entity.js';
import { isPastDay } from './quote-day.js';
import { QuoteLine } from './quote-line.entity.js';
import { keepVersion } from './versions/keep-version.js';

/** Sets a draft to SENT and stores its version. Throws CONFLICT when it has no price or its last day is over. */
export async function issueQuote(unit: Unit, quote: Quote) {
  if (quote.totalCents <= 0 && !(await hasOptionalPrice(unit, quote)))
    throw conflict('This quote has no price yet; add lines, then send it.');
  if (isPastDay(quote.validUntil, await todayOf(unit, quote.businessId))) {
    throw conflict('Its last valid day is over; choose a later one, then send it.');
  }
  quote.send(unit.now);
  return keepVersion(unit, quote);
}

/** Whether the client can choose something with a price: a quote may consist of optional lines only. */
async function hasOptionalPrice({ em }: Unit, { id, totalCents }: Quote): Promise<boolean> {
  if (totalCents < 0) return false;
  return (await em.count(QuoteLine, { quote: id, optional: true, netCents: { $gt: 0 } })) > 0;
}
