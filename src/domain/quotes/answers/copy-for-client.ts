import { CompiledQuery } from 'kysely';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import type { OutgoingEmail } from '../../../email/outbox/outgoing-email.entity.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import type { Place } from '../../../shareable/shareable.js';
import { dayIn } from '../../business/business-day.js';
import { type BusinessPhone, footerWords } from '../../business/how-to-reach.js';
import type { PaymentInstruction } from '../../business/profile/payment-instruction.js';
import type { Client } from '../../clients/client.entity.js';
import { documentId } from '../../documents/document-id.js';
import type { InvoiceKind } from '../../invoices/invoice-kind.js';
import { linkUrl } from '../../portal-links/link-url.js';
import { liveLinkSql } from '../../portal-links/live-link.js';
import { type MailReader, type MailWords, mailWords } from '../../words/mail-words.js';
import { keptVersion } from '../versions/keep-version.js';
import { type AcceptedQuote, acceptedPart, acceptedQuote } from './accepted-quote.js';
import type { QuoteAnswer } from './quote-answer.entity.js';

/** Email kind: copy of an accepted quote, to the client. */
const QUOTE_ACCEPTED_MAIL = 'QUOTE_ACCEPTED';

interface CopyMailData {
  answerId: string;
  /** Link through which the client accepted. */
  linkId: string;
  /** Invoice that was made with the acceptance and is sent with this mail. Mails of an earlier version have none. */
  invoiceId?: string | null;
}

/**
 * Queues the client's copy of the quote that it accepted through a link, with the invoice that was made with it. Returns
 * the mail; null for a client without an address.
 */
export async function mailCopyToClient(
  unit: Unit,
  answer: QuoteAnswer,
  { client, linkId, invoiceId }: { client: Client; linkId: string; invoiceId: string | null },
): Promise<OutgoingEmail | null> {
  const { businessId, id: answerId, quote } = answer;
  // A quote sent before versions were stored has none yet; the copy is made of it.
  await keptVersion(unit, quote);
  if (!client.email) return null;
  return queueEmail(unit.em, {
    businessId,
    jobId: quote.job?.id ?? null,
    kind: QUOTE_ACCEPTED_MAIL,
    recipient: client.email,
    data: { answerId, linkId, invoiceId },
    now: unit.now,
  });
}

interface CopyRow extends Omit<Place, 'language'>, BusinessPhone, MailReader {
  quoteId: string;
  taxName: string;
  isUndone: boolean;
  isLinkAlive: boolean;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  clientEmail: string | null;
  paymentInstructions: PaymentInstruction[];
  invoice: InvoiceWithCopy | null;
}

/** The invoice as it is when the mail is sent. */
interface InvoiceWithCopy {
  id: string;
  kind: InvoiceKind;
  number: number;
  version: number;
  status: string;
  totalCents: number;
  owedCents: number;
  dueOn: string | null;
}

defineEmail(QUOTE_ACCEPTED_MAIL, async (db, email, services) => {
  const { answerId, linkId, invoiceId = null } = email.data as unknown as CopyMailData;
  const { rows } = await db.executeQuery<CopyRow>(
    CompiledQuery.raw(QUERY, [answerId, linkId, services.now().toISOString(), invoiceId]),
  );
  const row = rows[0];
  const accepted = await acceptedQuote(db, answerId);
  if (!row || !accepted || row.isUndone)
    return { cancel: 'The acceptance was taken back before the mail went out.' };
  if (row.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  // While the portal is off, the mail has no link; it contains the quote anyway.
  const url = row.isLinkAlive ? linkUrl(services, linkId, { quote: row.quoteId }) : null;
  return templateOf(row, accepted, url);
});

const QUERY = `
  select a.quote_id as "quoteId", a.undone_at is not null as "isUndone",
    b.client_portal_enabled and exists (select from portal_links l
      where l.id = $2::uuid and ${liveLinkSql('l', '$3')}) as "isLinkAlive",
    b.payment_instructions as "paymentInstructions",
    (select json_build_object('id', i.id, 'kind', i.kind, 'number', i.number, 'version', i.version, 'status', i.status,
        'totalCents', i.total_cents, 'owedCents', i.owed_cents, 'dueOn', i.due_on::text)
      from invoices i where i.id = $4::uuid and i.status <> 'VOID') as invoice,
    b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", b.time_zone as "timeZone",
    b.currency, b.date_order as "dateOrder", b.tax_name as "taxName", c.name as "clientName", c.language, c.email as "clientEmail"
  from quote_answers a
  join quotes q on q.id = a.quote_id
  join businesses b on b.id = a.business_id
  join clients c on c.id = q.client_id
  where a.id = $1`;

function templateOf(row: CopyRow, accepted: AcceptedQuote, url: string | null): EmailTemplate {
  const { businessName, clientName } = row;
  const { number, version, title, name, answeredAt, totalCents } = accepted;
  const words = mailWords(row);
  const { common, quotes } = words.texts;
  const { copy } = quotes;
  const part = acceptedPart(accepted, row.taxName, words);
  return {
    ...words.envelope,
    subject: copy.subject(businessName, number, title),
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: copy.heading(number),
    paragraphs: [
      common.hello(clientName),
      copy.accepted(version, number, title, words.money(totalCents)),
      copy.by(String(name), words.day(dayIn(row.timeZone, answeredAt))),
      ...invoiceInWords(row, words, url !== null),
    ],
    ...part,
    documents: [...(part.documents ?? []), ...invoiceDocument(row)],
    button: url ? { label: quotes.open, url } : undefined,
    footer: footerWords(quotes.whyAccepted(businessName), row, words.texts, url !== null),
  };
}

/** What is to be paid with the acceptance, by when and how. */
function invoiceInWords(row: CopyRow, words: MailWords, hasLink: boolean): string[] {
  const { invoice, paymentInstructions } = row;
  if (!invoice) return [];
  const { copy } = words.texts.quotes;
  const { totalCents, owedCents, dueOn, number } = invoice;
  const made = (invoice.kind === 'DEPOSIT' ? copy.deposit : copy.all)(
    words.money(totalCents),
    number,
  );
  if (owedCents === 0) return [`${made} ${copy.paid}`];
  const toPay = copy.toPay(words.money(owedCents), dueOn && words.day(dueOn));
  return [
    [made, toPay, ...(hasLink ? [copy.payOnPage] : [])].join(' '),
    ...paymentInstructions.map(({ label, details }) => words.own(`${label}: ${details}`)),
  ];
}

function invoiceDocument({ invoice }: CopyRow): string[] {
  if (!invoice) return [];
  const { id: subjectId, version } = invoice;
  return [documentId({ kind: 'invoice', subjectId, version })];
}
