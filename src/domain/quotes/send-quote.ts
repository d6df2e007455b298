import type { Unit } from '../../database/unit-of-work.js';
import type { OutgoingEmail } from '../../email/outgoing-email.entity.js';
import { conflict } from '../../visibility/refusals.js';
import { keepVersion } from './keep-version.js';
import type { Quote } from './quote.entity.js';
import { isOver } from './quote-day.js';
import { mailQuote } from './quote-mail.js';
import { QuoteStatus } from './quote-status.js';
import { quoteToChange } from './quote-to-change.js';
import { todayOf } from './today-of.js';

/**
 * Sends a draft. Part of a job, it can be shared from now on, and the share prompt does the mailing;
 * standing alone, it has no portal to be seen in, so the client gets it as a letter.
 */
export async function sendQuote(
  unit: Unit,
  id: string,
): Promise<{ quote: Quote; deliveries: OutgoingEmail[] }> {
  const quote = await quoteToChange(unit, id);
  if (quote.status === QuoteStatus.SENT) return { quote, deliveries: [] };
  if (quote.status !== QuoteStatus.DRAFT) {
    throw conflict('This quote has its answer; change it to make a new version, then send that.');
  }
  const version = await putOut(unit, quote);
  return { quote, deliveries: quote.job ? [] : await mailQuote(unit, quote, version) };
}

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
