import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { linesInOrder } from './choice/chosen-lines.js';
import { checkDeposit } from './deposit/check-deposit.js';
import { lockQuote } from './lock-quote.js';
import type { Quote } from './quote.entity.js';
import type { UpdateQuoteInput } from './quote.inputs.js';
import { dayOf } from './quote-day.js';
import { replaceLines } from './quote-lines.js';
import { QuoteStatus } from './quote-status.js';

/** Updates a quote. A quote that was sent becomes a new draft version. Throws CONFLICT when it was accepted. */
export async function updateQuote(unit: Unit, input: UpdateQuoteInput): Promise<Quote> {
  const quote = await lockQuote(unit, input.id);
  await refuseIfChanged(unit, quote, input.ifUnchangedSince, input, {
    lines: { field: 'lines', read: () => linesInOrder(unit, quote) },
  });
  if (input.internalNotes !== undefined) quote.internalNotes = input.internalNotes;
  if (!changesClientContent(input)) return quote;
  if (quote.status === QuoteStatus.ACCEPTED) {
    throw conflict('This quote was accepted; make a new quote for what changes.');
  }
  quote.revise();
  quote.title = input.title?.trim() ?? quote.title;
  if (input.validUntil !== undefined) quote.validUntil = dayOf(input.validUntil);
  if (input.terms !== undefined) quote.terms = input.terms || null;
  changeDeposit(quote, input);
  if (input.lines) await replaceLines(unit, quote, input.lines);
  await checkDeposit(unit, quote);
  return quote;
}

function changesClientContent(input: UpdateQuoteInput): boolean {
  const { title, lines, validUntil, terms, depositPercent, depositCents } = input;
  const clearable = [validUntil, terms, depositPercent, depositCents];
  return (title ?? lines ?? null) !== null || clearable.some((value) => value !== undefined);
}

/** A percentage takes the place of a fixed amount and the other way round. */
function changeDeposit(quote: Quote, input: UpdateQuoteInput): void {
  const { depositPercent = quote.depositPercent, depositCents = quote.depositCents } = input;
  if (input.depositPercent) quote.askDeposit({ depositPercent, depositCents: null });
  else if (input.depositCents) quote.askDeposit({ depositPercent: null, depositCents });
  else quote.askDeposit({ depositPercent, depositCents });
}
