import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../../visibility/refusals.js';
import { lockQuote } from '../lock-quote.js';
import type { Quote } from '../quote.entity.js';
import { QuoteStatus } from '../quote-status.js';

const WITHDRAWABLE: QuoteStatus[] = [QuoteStatus.SENT, QuoteStatus.CHANGES_REQUESTED];

/**
 * Withdraws a sent quote: it can no longer be answered, and a client who has it reads so. Withdrawing twice is the same
 * as once. Throws CONFLICT for a draft, and for a quote with its answer.
 */
export async function withdrawQuote(unit: Unit, id: string): Promise<Quote> {
  const quote = await lockQuote(unit, id);
  if (quote.status === QuoteStatus.WITHDRAWN) return quote;
  if (quote.status === QuoteStatus.DRAFT)
    throw conflict('This quote is a draft; the client does not have it.');
  if (!WITHDRAWABLE.includes(quote.status))
    throw conflict('The client answered this quote already; there is nothing to withdraw.');
  quote.withdraw();
  return quote;
}
