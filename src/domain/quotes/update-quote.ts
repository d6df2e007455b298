import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import type { Quote } from './quote.entity.js';
import type { UpdateQuoteInput } from './quote.inputs.js';
import { dayOf } from './quote-day.js';
import { replaceLines } from './quote-lines.js';
import { QuoteStatus } from './quote-status.js';
import { quoteToChange } from './quote-to-change.js';

/** Changes a quote. What the client may have seen is never changed under it: that makes a new version. */
export async function updateQuote(unit: Unit, input: UpdateQuoteInput): Promise<Quote> {
  const quote = await quoteToChange(unit, input.id);
  if (input.internalNotes !== undefined) quote.internalNotes = input.internalNotes;
  if (!changesWhatClientsRead(input)) return quote;
  if (quote.status === QuoteStatus.ACCEPTED) {
    throw conflict('This quote was accepted; make a new quote for what changes.');
  }
  quote.revise();
  quote.title = input.title?.trim() ?? quote.title;
  if (input.validUntil !== undefined) quote.validUntil = dayOf(input.validUntil);
  if (input.lines) await replaceLines(unit, quote, input.lines);
  return quote;
}

function changesWhatClientsRead({ title, validUntil, lines }: UpdateQuoteInput): boolean {
  return (title ?? lines ?? null) !== null || validUntil !== undefined;
}
