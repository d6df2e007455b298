import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { nextNumber } from '../../common/number-series.entity.js';
import type { Job } from '../../jobs/job.entity.js';
import { acceptedContent } from '../../quotes/answers/accepted-content.js';
import type { QuoteAnswer } from '../../quotes/answers/quote-answer.entity.js';
import type { Quote } from '../../quotes/quote.entity.js';
import { invoicedOf } from '../create/invoiced.js';
import { Invoice } from '../invoice.entity.js';
import { addLines, linesToCharge } from '../invoice-lines.js';
import type { LineOfInvoice } from '../line-of-invoice.js';
import { linesOfDeposit } from './deposit-lines.js';

/** What is charged with the acceptance of a quote. */
export interface ChargeWithYes {
  answer: QuoteAnswer;
  lines: LineOfInvoice[];
  isForAll: boolean;
}

/**
 * What to charge with an acceptance: the deposit that the accepted version asks for, or all of it, from the lines of that
 * version. Null if there is nothing to charge, or the quote was invoiced before, all of it or a part: the client would be
 * charged twice.
 */
export async function chargeWithYes(
  unit: Unit,
  answer: QuoteAnswer,
  isForAll: boolean,
): Promise<ChargeWithYes | null> {
  if ((await invoicedOf(unit, answer.quote)).length > 0) return null;
  const { lines: accepted, depositCents } = await acceptedContent(unit, answer);
  const all = linesToCharge(accepted);
  if (isForAll) return { answer, lines: all, isForAll };
  if (depositCents === 0) return null;
  return { answer, lines: linesOfDeposit(all, depositCents, answer.quote.title), isForAll };
}

/** Makes the invoice that belongs to the acceptance of a quote, as a draft. */
export async function makeInvoiceWithYes(
  unit: Unit,
  { answer, lines, isForAll }: ChargeWithYes,
  job: Job,
): Promise<Invoice> {
  const { quote, businessId } = answer;
  const invoice = unit.em.create(
    Invoice,
    {
      businessId,
      kind: isForAll ? 'INVOICE' : 'DEPOSIT',
      number: await nextNumber(unit.em, businessId, 'invoice'),
      title: quote.title,
      job,
      quote,
      quotePercent: isForAll ? 100 : null,
      answer,
    },
    { partial: true },
  );
  addLines(unit, invoice, lines);
  return invoice;
}

/** The invoice that was made with the acceptance of a quote and is not void; null if there is none. */
export function invoiceMadeWith({ em }: Unit, quote: Quote): Promise<Invoice | null> {
  const made = { quote: quote.id, answer: { $ne: null }, status: { $ne: 'VOID' } } as const;
  return em.findOne(Invoice, made, { orderBy: { id: 'desc' } });
}
