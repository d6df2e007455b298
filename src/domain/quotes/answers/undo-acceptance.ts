import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../../visibility/refusals.js';
import { staffOf } from '../../jobs/lock-job.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { clearChoice } from '../choice/choose-lines.js';
import { lockQuote } from '../lock-quote.js';
import type { Quote } from '../quote.entity.js';
import { QuoteStatus } from '../quote-status.js';
import { QuoteAnswer } from './quote-answer.entity.js';
import { mailReopenedToClient } from './reopened-mail.js';

/**
 * Takes back an acceptance that was recorded by mistake: the quote awaits an answer again, without chosen lines. The
 * answer stays on record with the reason; the job stays too. A client who accepted it itself gets a mail.
 *
 * @throws CONFLICT when the quote is not accepted, or an invoice was made of it.
 */
export async function undoAcceptance(
  unit: Unit,
  { quoteId, reason }: { quoteId: string; reason: string },
): Promise<{ quote: Quote; answer: QuoteAnswer }> {
  const quote = await lockQuote(unit, quoteId);
  if (quote.status !== QuoteStatus.ACCEPTED)
    throw conflict('This quote is not accepted, so there is no acceptance to take back.');
  if (await isInvoiced(unit, quote))
    throw conflict('An invoice was made of this quote; void the invoice first.');
  const answer = await unit.em.findOneOrFail(
    QuoteAnswer,
    { quote: quote.id, kind: 'ACCEPTED', undoneAt: null },
    { orderBy: { id: 'desc' } },
  );
  answer.undo(unit.em.getReference(StaffMember, staffOf(unit).staffId), reason.trim(), unit.now);
  await clearChoice(unit, quote);
  quote.reopen();
  await mailReopenedToClient(unit, answer);
  return { quote, answer };
}

async function isInvoiced({ sql }: Unit, { id }: Quote): Promise<boolean> {
  const [row] = await sql.rows<{ isInvoiced: boolean }>(INVOICED, [id]);
  return row?.isInvoiced ?? false;
}

// A void invoice is none; `invoices` is above `quotes`, so its entity is not imported.
const INVOICED = `
  select exists (select from invoices where quote_id = $1 and status <> 'VOID') as "isInvoiced"`;
