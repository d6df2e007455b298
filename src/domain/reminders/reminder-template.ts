import type { EmailTemplate } from '../../email/templates/email-template.js';
import type { MailTexts } from '../../texts/en/mail/index.js';
import type { DateOrder } from '../business/date-order.js';
import { type BusinessPhone, footerWords, howToReach } from '../business/how-to-reach.js';
import type { PaymentInstruction } from '../business/profile/payment-instruction.js';
import type { InvoiceKind } from '../invoices/invoice-kind.js';
import { invoiceName } from '../invoices/invoice-name.js';
import { type MailReader, type MailWords, mailWords } from '../words/mail-words.js';

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

export interface ReminderMailRow extends BusinessPhone, MailReader {
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
  const words = mailWords(row);
  const { common } = words.texts;
  const buttons = buttonsTo(reminded.slice(0, max), linkOf, words.texts);
  const [first] = reminded;
  const only = reminded.length === 1 ? first : undefined;
  const { sentence, ...subject } = only
    ? aboutOne(only, row, words, day)
    : aboutSeveral(row, words, day, max);
  return {
    ...words.envelope,
    ...subject,
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    paragraphs: [common.hello(clientName), sentence, ...whatToDo(row, words.texts, linkOf)],
    secondList: howToPay(row, words),
    button: buttons[0],
    moreButtons: buttons.slice(1),
    footer: footerWords(common.whyClient(businessName), row, words.texts, buttons.length > 0),
  };
}

type Subject = Pick<EmailTemplate, 'subject' | 'heading' | 'list'> & { sentence: string };

function aboutOne(
  only: Reminded,
  { businessName }: ReminderMailRow,
  words: MailWords,
  day: string,
): Subject {
  const { title, kind } = only;
  const { common, names, reminders } = words.texts;
  const name = nameOf(only, words.texts);
  const inSentence = names.inSentence(name);
  const when = whenOf(only, words, day);
  const amount = (label: string, cents: number) => common.named(label, words.money(cents));
  return {
    subject: reminders.subject(businessName, inSentence, when),
    heading: reminders.heading(name, title),
    sentence: reminders.sentence(inSentence, title, when),
    list: {
      title: kind === 'INVOICE' ? reminders.toBePaid : reminders.price,
      entries: [
        amount(common.total, only.totalCents),
        ...(only.creditedCents > 0 ? [amount(common.credited, only.creditedCents)] : []),
        ...(only.paidCents > 0 ? [amount(common.paidSoFar, only.paidCents)] : []),
        ...(kind === 'INVOICE' ? [amount(common.stillToPay, only.owedCents)] : []),
      ],
    },
  };
}

function aboutSeveral(
  { reminded, businessName }: ReminderMailRow,
  words: MailWords,
  day: string,
  max: number,
): Subject {
  const { names, reminders } = words.texts;
  const { several } = reminders;
  const more = reminded.length - max;
  const entries = reminded.slice(0, max).map((each) => {
    const name = names.titled(nameOf(each, words.texts), each.title);
    const entry = each.kind === 'INVOICE' ? several.invoice : several.quote;
    return entry(name, words.money(each.owedCents), whenOf(each, words, day));
  });
  const invoices = reminded.filter(({ kind }) => kind === 'INVOICE').length;
  return {
    subject: several.subject(businessName, invoices, reminded.length - invoices),
    heading: several.heading,
    sentence: several.sentence,
    list: {
      title: several.list,
      entries: more > 0 ? [...entries, several.more(more)] : entries,
    },
  };
}

function nameOf({ kind, invoiceKind, number, quotePercent }: Reminded, { names }: MailTexts) {
  if (kind === 'QUOTE') return names.quote(number);
  return invoiceName({ kind: invoiceKind, number, quotePercent }, names);
}

/** True on the day of the reminder, which is the day of sending. */
function whenOf({ kind, until }: Reminded, words: MailWords, day: string): string {
  const { when } = words.texts.reminders;
  if (until === null) return when.waits;
  const date = words.day(until);
  if (kind === 'QUOTE') return until === day ? when.lastDay(date) : when.valid(date);
  if (until === day) return when.dueToday(date);
  return until < day ? when.wasDue(date) : when.isDue(date);
}

function whatToDo(row: ReminderMailRow, texts: MailTexts, linkOf: LinkOf): string[] {
  const { reminders } = texts;
  const reach = howToReach(row, texts);
  const quotes = row.reminded.filter(({ kind }) => kind === 'QUOTE');
  const hasInvoice = quotes.length < row.reminded.length;
  const isOneOfSeveral = quotes.length > 1;
  // Only where every quote is on a page.
  const answer = quotes.every((quote) => linkOf(quote, false) !== null)
    ? reminders.openToAnswer(isOneOfSeveral)
    : reminders.reachToAnswer(isOneOfSeveral, reach);
  return [
    ...(hasInvoice ? [reminders.paidAlready(reach)] : []),
    ...(quotes.length > 0 ? [answer] : []),
  ];
}

function howToPay(
  { reminded, paymentInstructions }: ReminderMailRow,
  { texts, own }: MailWords,
): EmailTemplate['secondList'] {
  const isOwed = reminded.some(({ kind }) => kind === 'INVOICE');
  if (!isOwed || paymentInstructions.length === 0) return undefined;
  const entries = paymentInstructions.map(({ label, details }) => own(`${label}: ${details}`));
  return { title: texts.common.howToPay, entries };
}

/** One button for each page; several invoices can be on one. */
function buttonsTo(
  reminded: Reminded[],
  linkOf: LinkOf,
  texts: MailTexts,
): { label: string; url: string }[] {
  const { names, reminders } = texts;
  const pages = new Set(reminded.map((one) => linkOf(one, false)).filter((url) => url !== null));
  return [...pages].map((page) => {
    const each = reminded.filter((one) => linkOf(one, false) === page);
    const [only] = each;
    const url = (only && each.length === 1 && linkOf(only, true)) || page;
    const open = only?.kind === 'INVOICE' ? reminders.openInvoice : reminders.openQuote;
    const label =
      reminded.length === 1
        ? open
        : reminders.open(each.map((one) => names.inSentence(nameOf(one, texts))));
    return { label, url };
  });
}
