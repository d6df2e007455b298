import { dayInWords } from '../../../domain/business/day-in-words.js';
import { money } from '../../../domain/money/in-words.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import type { InvoiceMailRow, OwedAmounts } from './mail-row.js';

type Place = Pick<InvoiceMailRow, 'currency' | 'dateOrder'>;

export function amountsOf(row: InvoiceMailRow): string[] {
  return [`Total: ${money(row.totalCents, row)}`];
}

/** Amounts at the time of sending, so that payments made meanwhile are included. */
export function stillOwed(row: InvoiceMailRow): string[] {
  const { creditedCents, owedCents, totalCents } = row;
  if (totalCents === 0) return ['Nothing is to be paid.'];
  if (owedCents === 0 && creditedCents === 0) return ['Paid in full, thank you.'];
  return [...settled(row, row), ...rest(row, row)];
}

/** What is left to pay of an invoice of which a part was credited. */
export function stillOwedAfterCredit(invoice: OwedAmounts, place: Place): string[] {
  return [
    `Total: ${money(invoice.totalCents, place)}`,
    ...settled(invoice, place),
    ...rest(invoice, place),
  ];
}

function settled({ paidCents, creditedCents }: OwedAmounts, place: Place): string[] {
  return [
    ...(creditedCents > 0 ? [`Credited: ${money(creditedCents, place)}`] : []),
    ...(paidCents > 0 ? [`Paid so far: ${money(paidCents, place)}`] : []),
  ];
}

function rest(invoice: OwedAmounts, place: Place): string[] {
  const { dueOn, totalCents, paidCents, creditedCents, owedCents } = invoice;
  const tooMuch = paidCents + creditedCents - totalCents;
  if (tooMuch > 0)
    return [
      `Paid too much: ${money(tooMuch, place)}. You get it back, or it is taken off your next invoice.`,
    ];
  if (owedCents === 0) return ['Nothing is left to pay.'];
  const until = dueOn ? ` by ${dayInWords(dueOn, place)}` : '';
  return [`To pay${until}: ${money(owedCents, place)}`];
}

/** Ways to pay, while something is owed. */
export function howToPay({
  owedCents,
  paymentInstructions,
}: InvoiceMailRow): EmailTemplate['secondList'] {
  if (owedCents === 0 || paymentInstructions.length === 0) return undefined;
  const entries = paymentInstructions.map(({ label, details }) => `${label}: ${details}`);
  return { title: 'How to pay', entries };
}
