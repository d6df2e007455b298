import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { keepVersion } from './keep-version.js';
import type { Quote } from './quote.entity.js';
import { isOver } from './quote-day.js';
import { todayOf } from './today-of.js';

/** Makes a draft the version that is out with the client, and keeps it as it is. */
export async function putOut(unit: Unit, quote: Quote) {
  if (quote.totalCents <= 0)
    throw conflict('This quote has no price yet; add lines, then send it.');
  if (isOver(quote.validUntil, await todayOf(unit, quote.businessId))) {
    throw conflict('Its last valid day is over; choose a later one, then send it.');
  }
  quote.send(unit.now);
  return keepVersion(unit, quote);
}
