import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import { type BusinessPhone, footerWords, howToReach } from '../../business/how-to-reach.js';
import { documentId } from '../../documents/document-id.js';
import type { InvoiceKind } from '../../invoices/invoice-kind.js';
import { invoiceName } from '../../invoices/invoice-name.js';
import { linkUrl } from '../../portal-links/link-url.js';
import { liveLinkSql } from '../../portal-links/live-link.js';
import { type MailReader, type MailWords, mailWords } from '../../words/mail-words.js';
import type { CardPaymentNews } from '../records/news.js';

/** Email kind: receipt or refund of an online payment, or that it failed, to the client. */
export const CARD_PAYMENT_TO_CLIENT = 'CARD_PAYMENT_TO_CLIENT';

interface Data {
  invoiceId: string;
  linkId: string | null;
  news: CardPaymentNews;
  currency: string;
  /** Amount owed on the invoice after it. */
  owedCents: number;
}

interface Row extends BusinessPhone, MailReader {
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  clientEmail: string | null;
  number: number;
  kind: InvoiceKind;
  quotePercent: number | null;
  title: string;
  /** Null if no version of the invoice was stored. */
  version: number | null;
  isLinkAlive: boolean;
}

defineEmail(CARD_PAYMENT_TO_CLIENT, async (db, email, services) => {
  const data = email.data as unknown as Data;
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(QUERY, [data.invoiceId, data.linkId, services.now().toISOString()]),
  );
  const [row] = rows;
  if (!row || row.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  const hasLink = data.linkId !== null && row.isLinkAlive;
  const target = { invoice: data.invoiceId };
  const url = hasLink ? linkUrl(services, data.linkId as string, target) : null;
  return { ...templateOf(row, data, url), documents: receiptOf(row, data) };
});

/** The receipt as PDF, of a payment that was counted. */
function receiptOf({ version }: Row, { invoiceId: subjectId, news }: Data): string[] {
  const isReceipt = news.kind === 'PAID' && news.countedCents > 0;
  return isReceipt && version !== null ? [documentId({ kind: 'receipt', subjectId, version })] : [];
}

const QUERY = `
  select b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone",
    c.name as "clientName", c.language, c.email as "clientEmail", i.number, i.kind, i.quote_percent as "quotePercent", i.title,
    (select v.version from invoice_versions v where v.invoice_id = i.id and v.version = i.version) as version,
    b.client_portal_enabled and i.status <> 'VOID' and exists (select from portal_links l
      where l.id = $2::uuid and ${liveLinkSql('l', '$3')}) as "isLinkAlive"
  from invoices i
  join businesses b on b.id = i.business_id
  join clients c on c.id = i.client_id
  where i.id = $1::uuid`;

function templateOf(row: Row, data: Data, url: string | null): EmailTemplate {
  const { businessName, clientName, language } = row;
  const words = mailWords({ language, currency: data.currency });
  const { common, names, payments } = words.texts;
  const { heading, paragraphs, entries } = contentOf(row, data, words);
  return {
    ...words.envelope,
    subject: payments.subject(businessName, heading),
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: payments.atHead(heading),
    paragraphs: [
      common.hello(clientName),
      ...paragraphs,
      ...(url ? [] : [common.askAbout(howToReach(row, words.texts))]),
    ],
    list: { title: names.titled(invoiceName(row, names), row.title), entries },
    button: url ? { label: payments.open, url } : undefined,
    footer: footerWords(payments.why(businessName), row, words.texts, url !== null),
  };
}

function contentOf(row: Row, { news, owedCents }: Data, { texts, money }: MailWords) {
  const { businessName } = row;
  const { common, names, payments } = texts;
  const { failed, refunded, received } = payments;
  const name = names.inSentence(invoiceName(row, names));
  const amount = money(news.amountCents);
  const owed =
    owedCents > 0 ? common.named(common.stillToPay, money(owedCents)) : payments.nothingMore;
  if (news.kind === 'FAILED')
    return {
      heading: failed.heading(name),
      paragraphs: [failed.body(businessName, amount)],
      entries: [owed],
    };
  if (news.kind === 'REFUNDED')
    return {
      heading: refunded.heading(name),
      paragraphs: [refunded.body(businessName, amount)],
      entries: [common.named(refunded.entry, amount)],
    };
  const { countedCents, excessCents } =
    news.kind === 'PAID' ? news : { countedCents: 0, excessCents: 0 };
  const hasExcess = excessCents > 0;
  const excess = money(excessCents);
  return {
    heading: received.heading(name),
    paragraphs: [
      received.body(businessName, amount),
      ...(hasExcess ? [received.excess(excess)] : []),
    ],
    entries: [
      common.named(received.entry, amount),
      ...(hasExcess
        ? [common.named(refunded.entry, excess), common.named(received.paid, money(countedCents))]
        : []),
      owed,
    ],
  };
}
