import type { MailWords } from '../../../domain/words/mail-words.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import type { InvoiceMailRow, OwedAmounts } from './mail-row.js';

export function totalInWords(
  { totalCents }: Pick<OwedAmounts, 'totalCents'>,
  { texts: { common }, money }: MailWords,
): string {
  return common.named(common.total, money(totalCents));
}

/** Amounts at the time of sending, so that payments made meanwhile are included. */
export function stillOwed(row: InvoiceMailRow, words: MailWords): string[] {
  const { creditedCents, owedCents, totalCents } = row;
  const { amounts } = words.texts.invoices;
  if (totalCents === 0) return [amounts.nothing];
  if (owedCents === 0 && creditedCents === 0) return [amounts.paidInFull];
  return [...settled(row, words), ...rest(row, words)];
}

/** What is left to pay of an invoice of which a part was credited. */
export function stillOwedAfterCredit(invoice: OwedAmounts, words: MailWords): string[] {
  return [totalInWords(invoice, words), ...settled(invoice, words), ...rest(invoice, words)];
}

function settled(
  { paidCents, creditedCents }: OwedAmounts,
  { texts: { common }, money }: MailWords,
): string[] {
  return [
    ...(creditedCents > 0 ? [common.named(common.credited, money(creditedCents))] : []),
    ...(paidCents > 0 ? [common.named(common.paidSoFar, money(paidCents))] : []),
  ];
}

function rest(invoice: OwedAmounts, { texts, money, day }: MailWords): string[] {
  const { dueOn, totalCents, paidCents, creditedCents, owedCents } = invoice;
  const { amounts } = texts.invoices;
  const tooMuch = paidCents + creditedCents - totalCents;
  if (tooMuch > 0) return [amounts.tooMuch(money(tooMuch))];
  if (owedCents === 0) return [amounts.nothingLeft];
  return [amounts.toPay(money(owedCents), dueOn && day(dueOn))];
}

/** Ways to pay, while something is owed. */
export function howToPay(
  { owedCents, paymentInstructions }: InvoiceMailRow,
  { texts, own }: MailWords,
): EmailTemplate['secondList'] {
  if (owedCents === 0 || paymentInstructions.length === 0) return undefined;
  const entries = paymentInstructions.map(({ label, details }) => own(`${label}: ${details}`));
  return { title: texts.common.howToPay, entries };
}
