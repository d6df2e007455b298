import type { EmailTemplate } from '../../email/templates/email-template.js';
import type { DateOrder } from '../business/date-order.js';
import { dayInWords } from '../business/day-in-words.js';
import { type BusinessPhone, howToReach, questionsSentence } from '../business/how-to-reach.js';
import type { PaymentInstruction } from '../business/profile/payment-instruction.js';
import type { InvoiceKind } from '../invoices/invoice-kind.js';
import { inSentence, invoiceName } from '../invoices/invoice-name.js';
import { money } from '../money/in-words.js';

/** An invoice or a quote in the mail, as it is when the mail is sent. */
export interface Reminded {
  id: string;
  /** ID of the invoice or the quote. */
  subjectId: string;
  kind: 'INVOICE' | 'QUOTE';
  /** Of an invoice. */
  invoiceKind: InvoiceKind | null;
  quotePercent: number | null;
  number: number;
  title: string;
  /** Due date of an invoice; last valid day of a quote, if it has one. */
  until: string | null;
  totalCents: number;
  paidCents: number;
  creditedCents: number;
  owedCents: number;
  /** Whether the client finds it behind its link. */
  isShown: boolean;
}

export interface ReminderMailRow extends BusinessPhone {
  businessName: string;
  businessEmail: string | null;
  currency: string;
  dateOrder: DateOrder;
  timeZone: string;
  paymentInstructions: PaymentInstruction[];
  clientName: string;
  clientEmail: string | null;
  /** IDs of the links of the mail that work. */
  liveLinks: string[];
  reminded: Reminded[];
}

/** Address of the page on which the client finds it; null without one. */
/** URL of the page that shows it, null without one; `isOnly`: it leads to this one, otherwise to the top of the page. */
type LinkOf = (reminded: Reminded, isOnly: boolean) => string | null;

/** The mail to a client about everything of this day, invoices first, at most `max` of them. */
export function templateOf(
  row: ReminderMailRow,
  day: string,
  linkOf: LinkOf,
  max: number,
): EmailTemplate {
  const { businessName, clientName, reminded } = row;
  const buttons = buttonsTo(reminded.slice(0, max), linkOf);
  const [only] = reminded;
  return {
    ...(only && reminded.length === 1 ? aboutOne(only, row, day) : aboutSeveral(row, day, max)),
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    paragraphs: [
      `Hello ${clientName},`,
      ...(only && reminded.length === 1 ? [sentenceOf(only, row, day)] : [SEVERAL]),
      ...whatToDo(row, linkOf),
    ],
    secondList: howToPay(row),
    button: buttons[0],
    moreButtons: buttons.slice(1),
    footer: footerOf(row, buttons.length > 0),
  };
}

const SEVERAL = 'This is a reminder of what is still open between us.';

type Subject = Pick<EmailTemplate, 'subject' | 'heading' | 'list'>;

function aboutOne(only: Reminded, row: ReminderMailRow, day: string): Subject {
  const { title, kind } = only;
  return {
    subject: `${row.businessName}: ${inSentence(nameOf(only))} ${whenOf(only, row, day)}`,
    heading: `${nameOf(only)}: ${title}`,
    list: {
      title: kind === 'INVOICE' ? 'What is to be paid' : 'Price',
      entries: [
        `Total: ${money(only.totalCents, row)}`,
        ...(only.creditedCents > 0 ? [`Credited: ${money(only.creditedCents, row)}`] : []),
        ...(only.paidCents > 0 ? [`Paid so far: ${money(only.paidCents, row)}`] : []),
        ...(kind === 'INVOICE' ? [`Still to pay: ${money(only.owedCents, row)}`] : []),
      ],
    },
  };
}

function aboutSeveral(row: ReminderMailRow, day: string, max: number): Subject {
  const { reminded, businessName } = row;
  const more = reminded.length - max;
  const entries = reminded.slice(0, max).map((each) => {
    const amount = money(each.owedCents, row);
    const name = `${nameOf(each)}, ${each.title}`;
    const price = each.kind === 'INVOICE' ? `${amount} to pay` : amount;
    return `${name}: ${price}; it ${whenOf(each, row, day)}`;
  });
  return {
    subject: `${businessName}: a reminder of ${countsOf(reminded)}`,
    heading: 'A reminder',
    list: {
      title: 'What is open',
      entries: more > 0 ? [...entries, `And ${more} more.`] : entries,
    },
  };
}

function nameOf({ kind, invoiceKind, number, quotePercent }: Reminded): string {
  if (kind === 'QUOTE') return `Quote ${number}`;
  return invoiceName({ kind: invoiceKind, number, quotePercent });
}

function sentenceOf(only: Reminded, row: ReminderMailRow, day: string): string {
  return `This is a reminder: ${inSentence(nameOf(only))} for ${only.title} ${whenOf(only, row, day)}.`;
}

/** True on the day of the reminder, which is the day of sending. */
function whenOf({ kind, until }: Reminded, row: ReminderMailRow, day: string): string {
  if (until === null) return 'waits for your answer';
  const date = dayInWords(until, row);
  if (kind === 'QUOTE') {
    return until === day
      ? `can be accepted until the end of today, ${date}`
      : `is valid to the end of ${date}`;
  }
  if (until === day) return `is due today, ${date}`;
  return `${until < day ? 'was' : 'is'} due on ${date}`;
}

function countsOf(reminded: Reminded[]): string {
  return (['INVOICE', 'QUOTE'] as const)
    .flatMap((kind) => {
      const count = reminded.filter((each) => each.kind === kind).length;
      const noun = kind === 'INVOICE' ? 'invoice' : 'quote';
      return count === 0 ? [] : `${count} ${noun}${count === 1 ? '' : 's'}`;
    })
    .join(' and ');
}

function whatToDo(row: ReminderMailRow, linkOf: LinkOf): string[] {
  const reach = howToReach(row);
  const quotes = row.reminded.filter(({ kind }) => kind === 'QUOTE');
  const hasInvoice = quotes.length < row.reminded.length;
  const it = quotes.length > 1 ? 'a quote' : 'the quote';
  // Only where every quote is on a page.
  const answer = quotes.every((quote) => linkOf(quote, false) !== null)
    ? `Open ${it} to accept it, to decline it or to ask for changes.`
    : `To accept ${it}, to decline it or to ask for changes, ${reach}.`;
  return [
    ...(hasInvoice ? [`${PAID_ALREADY} If something is wrong, ${reach}.`] : []),
    ...(quotes.length > 0 ? [answer] : []),
  ];
}

const PAID_ALREADY = 'If you have paid already, thank you; you need do nothing more.';

function howToPay({ reminded, paymentInstructions }: ReminderMailRow): EmailTemplate['secondList'] {
  const isOwed = reminded.some(({ kind }) => kind === 'INVOICE');
  if (!isOwed || paymentInstructions.length === 0) return undefined;
  const entries = paymentInstructions.map(({ label, details }) => `${label}: ${details}`);
  return { title: 'How to pay', entries };
}

/** One button for each page; several invoices can be on one. */
function buttonsTo(reminded: Reminded[], linkOf: LinkOf): { label: string; url: string }[] {
  const pages = new Set(reminded.map((one) => linkOf(one, false)).filter((url) => url !== null));
  return [...pages].map((page) => {
    const each = reminded.filter((one) => linkOf(one, false) === page);
    const [only] = each;
    const url = (only && each.length === 1 && linkOf(only, true)) || page;
    const label =
      reminded.length === 1 && only
        ? `Open the ${only.kind === 'INVOICE' ? 'invoice' : 'quote'}`
        : `Open ${each.map((one) => inSentence(nameOf(one))).join(', ')}`;
    return { label, url };
  });
}

function footerOf(row: ReminderMailRow, hasLink: boolean): string {
  const { businessName } = row;
  const call = questionsSentence(row);
  const link = hasLink ? ' The link is for you alone; please do not pass it on.' : '';
  return `You get this mail because you are a client of ${businessName}.${call}${link}`;
}
