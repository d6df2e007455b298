import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { PricedLine } from '../../money/priced-entries.js';
import { type Amounts, totalOf } from '../../money/totals.js';
import { chosenLinesOf } from '../choice/chosen-lines.js';
import { depositOf } from '../deposit/deposit-terms.js';
import type { Quote } from '../quote.entity.js';
import { QuoteVersion, type QuoteVersionLine } from '../versions/quote-version.entity.js';
import { QuoteAnswer } from './quote-answer.entity.js';

/** What an acceptance binds: the lines of the accepted version with the options taken, and the deposit on their total. */
export interface AcceptedContent {
  lines: (PricedLine & Amounts & { id: string })[];
  /** Deposit including tax; 0 if none is asked for. */
  depositCents: number;
}

/** The content of an acceptance, from the version as it was sent, not from the quote as it is now. */
export async function acceptedContent(unit: Unit, answer: QuoteAnswer): Promise<AcceptedContent> {
  const { quote, version, chosenLineIds } = answer;
  const sent = await unit.em.findOne(QuoteVersion, { quote: quote.id, version });
  // A version stored before lines could be optional has no IDs of them.
  if (!sent?.lines.every(hasId))
    return { lines: await chosenLinesOf(unit, quote), depositCents: quote.depositDueCents };
  const lines = sent.lines
    .filter(hasId)
    .filter(({ id, optional }) => !optional || chosenLineIds?.includes(id));
  return { lines, depositCents: depositOf(sent, totalOf(lines).totalCents) };
}

/** The acceptance that counts; null if the quote is not accepted, or was accepted before answers were stored. */
export async function acceptanceOf({ em }: Unit, quote: Quote): Promise<QuoteAnswer | null> {
  if (quote.status !== 'ACCEPTED') return null;
  return em.findOne(
    QuoteAnswer,
    { quote: quote.id, version: quote.version, kind: 'ACCEPTED', undoneAt: null },
    { orderBy: { id: 'desc' } },
  );
}

function hasId(line: QuoteVersionLine): line is QuoteVersionLine & { id: string } {
  return Boolean(line.id);
}
