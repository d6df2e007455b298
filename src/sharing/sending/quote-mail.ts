import { CompiledQuery } from 'kysely';
import { type BusinessPhone, footerWords, howToReach } from '../../domain/business/how-to-reach.js';
import { documentId } from '../../domain/documents/document-id.js';
import { pricedEntries } from '../../domain/money/priced-entries.js';
import { linkUrl } from '../../domain/portal-links/link-url.js';
import { liveLinkSql } from '../../domain/portal-links/live-link.js';
import { paragraphsOf, withGroup } from '../../domain/quotes/answers/accepted-quote.js';
import { depositInWords } from '../../domain/quotes/deposit/deposit-in-words.js';
import type { QuoteStatus } from '../../domain/quotes/quote-status.js';
import type { QuoteVersionLine } from '../../domain/quotes/versions/quote-version.entity.js';
import { type MailReader, type MailWords, mailWords } from '../../domain/words/mail-words.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import type { Place } from '../../shareable/shareable.js';

/** Kind of the email with a quote: with a link if the client can open it, otherwise with the quote itself. */
export const QUOTE_MAIL = 'QUOTE';

interface QuoteMailData {
  quoteVersionId: string;
  /** Null if the client cannot open the quote. */
  linkId?: string | null;
  /** It is sent again, unchanged but for its last day. */
  isAgain?: boolean;
}

interface QuoteMailRow extends Omit<Place, 'language'>, BusinessPhone, MailReader {
  quoteId: string;
  version: number;
  taxName: string;
  isCurrent: boolean;
  status: QuoteStatus;
  portalEnabled: boolean;
  isLinkAlive: boolean;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  clientEmail: string | null;
  number: number;
  title: string;
  validUntil: string | null;
  netCents: number;
  taxCents: number;
  totalCents: number;
  lines: QuoteVersionLine[];
  terms: string | null;
  depositPercent: number | null;
  depositCents: number | null;
}

defineEmail(QUOTE_MAIL, async (db, email, services) => {
  const { quoteVersionId, linkId = null, isAgain = false } = email.data as unknown as QuoteMailData;
  const { rows } = await db.executeQuery<QuoteMailRow>(
    CompiledQuery.raw(QUERY, [quoteVersionId, linkId, services.now().toISOString()]),
  );
  const row = rows[0];
  if (!row?.isCurrent) return { cancel: 'The quote was changed before the mail went out.' };
  if (row.status === 'DECLINED')
    return { cancel: 'The client declined the quote before the mail went out.' };
  if (row.status === 'WITHDRAWN')
    return { cancel: 'The quote was withdrawn before the mail went out.' };
  if (row.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  if (linkId && !row.isLinkAlive)
    return { cancel: 'The link stopped working before the mail went out.' };
  // If the portal was switched off meanwhile, the link would not open, so the email contains the quote.
  const hasLink = linkId !== null && row.portalEnabled;
  const url = hasLink ? linkUrl(services, linkId, { quote: row.quoteId }) : null;
  const template = templateOf(row, isAgain, url);
  return hasLink ? template : { ...template, documents: [documentOf(row)] };
});

const QUERY = `
  select q.id as "quoteId", v.version, q.version = v.version as "isCurrent", q.status, b.client_portal_enabled as "portalEnabled",
    exists (select from portal_links l
      where l.id = $2::uuid and ${liveLinkSql('l', '$3')}) as "isLinkAlive",
    b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", b.time_zone as "timeZone", b.currency, b.date_order as "dateOrder", b.tax_name as "taxName", c.name as "clientName", c.language,
    c.email as "clientEmail", q.number, v.title,
    v.valid_until::text as "validUntil", v.net_cents as "netCents", v.tax_cents as "taxCents",
    v.total_cents as "totalCents", v.lines, v.terms, v.deposit_percent as "depositPercent", v.deposit_cents as "depositCents"
  from quote_versions v
  join quotes q on q.id = v.quote_id
  join businesses b on b.id = v.business_id
  join clients c on c.id = q.client_id
  where v.id = $1`;

/** ID of the PDF of a mail without a link. */
function documentOf({ quoteId: subjectId, status, version }: QuoteMailRow): string {
  const kind = status === 'ACCEPTED' ? 'accepted-quote' : 'quote';
  return documentId({ kind, subjectId, version });
}

function templateOf(row: QuoteMailRow, isAgain: boolean, url: string | null): EmailTemplate {
  const { businessName, businessEmail, clientName, number, title } = row;
  const words = mailWords(row);
  const { common, quotes } = words.texts;
  const sent = isAgain
    ? quotes.sentAgain(businessName, title, row.validUntil !== null)
    : quotes.sent(businessName, title);
  return {
    ...words.envelope,
    subject: quotes.subject(businessName, number, title),
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading: quotes.heading(number, title),
    paragraphs: [
      common.hello(clientName),
      url ? sent : `${sent} ${quotes.attached}`,
      howToAnswer(row, words, url !== null),
      ...depositParagraph(row, words),
    ],
    ...priceOf(row, words, url !== null),
    button: url ? { label: quotes.open, url } : undefined,
    footer: footerWords(quotes.why(businessName), row, words.texts, url !== null),
  };
}

/** The price; in a mail without a link also what it is made of, and the terms. */
function priceOf(
  row: QuoteMailRow,
  words: MailWords,
  hasLink: boolean,
): Pick<EmailTemplate, 'list' | 'secondList'> {
  const { common, quotes } = words.texts;
  if (hasLink) return { list: { title: quotes.price, entries: priceEntries(row, words) } };
  const lines = linesInWords(row, words);
  return {
    list: { title: quotes.lines, entries: pricedEntries({ ...row, lines }, row.taxName, words) },
    secondList: row.terms
      ? { title: common.terms, entries: paragraphsOf(row.terms).map(words.own) }
      : undefined,
  };
}

/** What is to be paid with the acceptance; nothing once it is accepted, or where no deposit is asked for. */
function depositParagraph(row: QuoteMailRow, words: MailWords): string[] {
  const asked = row.status === 'ACCEPTED' ? null : depositInWords(row, row, words);
  return asked ? [asked] : [];
}

/** The total, and that there is more to choose. */
function priceEntries(row: QuoteMailRow, { texts, money }: MailWords): string[] {
  const options = row.lines.filter(({ optional }) => optional).length;
  const total = texts.common.named(texts.common.total, money(row.totalCents));
  return options ? [total, texts.quotes.chooseMore] : [total];
}

/** Lines with their groups; an optional one says that it is not part of the total. */
function linesInWords({ lines }: QuoteMailRow, words: MailWords): QuoteVersionLine[] {
  return lines
    .map((line) => withGroup(line, words))
    .map((line) => ({
      ...line,
      description: line.optional ? words.texts.quotes.optional(line.description) : line.description,
    }));
}

function howToAnswer(row: QuoteMailRow, { texts, day }: MailWords, hasLink: boolean): string {
  const { status, validUntil } = row;
  const { quotes } = texts;
  if (status === 'ACCEPTED') return quotes.accepted;
  const answer = hasLink ? quotes.openToAnswer : quotes.reachToAnswer(howToReach(row, texts));
  return validUntil ? `${quotes.validUntil(day(validUntil))} ${answer}` : answer;
}
