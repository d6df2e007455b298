import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import type { Quote } from './quote.entity.js';
import { QuoteStatus } from './quote-status.js';
import { quoteToChange } from './quote-to-change.js';

/** Marks a draft as sent, which lets it be shared. Sending what is out already changes nothing. */
export async function sendQuote(unit: Unit, id: string): Promise<Quote> {
  const quote = await quoteToChange(unit, id);
  if (quote.status === QuoteStatus.SENT) return quote;
  if (quote.status !== QuoteStatus.DRAFT) {
    throw conflict('This quote has its answer; change it to make a new version, then send that.');
  }
  if (quote.totalCents <= 0)
    throw conflict('This quote has no price yet; add lines, then send it.');
  quote.send(unit.now);
  return quote;
}
