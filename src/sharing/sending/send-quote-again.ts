import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { dayIn } from '../../domain/business/business-day.js';
import { lockBusiness } from '../../domain/business/lock-business.js';
import { lockQuote } from '../../domain/quotes/lock-quote.js';
import { defaultLastDay, isPastDay } from '../../domain/quotes/quote-day.js';
import { QuoteStatus } from '../../domain/quotes/quote-status.js';
import { conflict, invalid } from '../../visibility/refusals.js';
import type { Sharing } from '../sharing.js';
import type { SendChoice } from './send-choice.js';
import { sendQuote } from './send-quote.js';

/** Quote to send again. */
interface SendAgain extends SendChoice {
  /** New last valid day, such as 2026-03-31; null for none; undefined for the default of the business. */
  validUntil: string | null | undefined;
}

/**
 * Sends a quote again with the same content and a new last day, as a new version: the client answers what it was sent.
 * For one that is waiting, expired, declined or withdrawn, or for which changes were requested.
 *
 * @throws CONFLICT for a draft and an accepted quote; VALIDATION_FAILED for a day that is over; CLIENT_EMAIL_MISSING.
 */
export async function sendQuoteAgain(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { validUntil, ...choice }: SendAgain,
) {
  const business = await lockBusiness(unit);
  const quote = await lockQuote(unit, choice.id);
  if (quote.status === QuoteStatus.DRAFT) throw conflict('This quote is a draft; send it first.');
  if (quote.status === QuoteStatus.ACCEPTED)
    throw conflict('This quote was accepted; there is nothing to send again.');
  const lastDay = validUntil === undefined ? defaultLastDay(unit, business) : validUntil;
  if (isPastDay(lastDay, dayIn(business.timeZone, unit.now)))
    throw invalid('validUntil', 'This day is over; choose a later one.');
  quote.revise();
  quote.validUntil = lastDay;
  // Sending reads the quote again.
  await unit.em.flush();
  return sendQuote(unit, sharing, config, { ...choice, isAgain: true });
}
