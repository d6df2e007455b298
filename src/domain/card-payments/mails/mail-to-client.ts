import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import { type BusinessPhone, howToReach, questionsSentence } from '../../business/how-to-reach.js';
import { documentId } from '../../documents/document-id.js';
import type { InvoiceKind } from '../../invoices/invoice-kind.js';
import { inSentence, invoiceName } from '../../invoices/invoice-name.js';
import { money } from '../../money/in-words.js';
import { linkUrl } from '../../portal-links/link-url.js';
import { liveLinkSql } from '../../portal-links/live-link.js';
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

interface Row extends BusinessPhone {
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
    c.name as "clientName", c.email as "clientEmail", i.number, i.kind, i.quote_percent as "quotePercent", i.title,
    (select v.version from invoice_versions v where v.invoice_id = i.id and v.version = i.version) as version,
    b.client_portal_enabled and i.status <> 'VOID' and exists (select from portal_links l
      where l.id = $2::uuid and ${liveLinkSql('l', '$3')}) as "isLinkAlive"
  from invoices i
  join businesses b on b.id = i.business_id
  join clients c on c.id = i.client_id
  where i.id = $1::uuid`;

function templateOf(row: Row, data: Data, url: string | null): EmailTemplate {
  const { businessName, clientName } = row;
  const { heading, paragraphs, entries } = contentOf(row, data);
  return {
    subject: `${businessName}: ${heading}`,
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: `${heading.charAt(0).toUpperCase()}${heading.slice(1)}`,
    paragraphs: [
      `Hello ${clientName},`,
      ...paragraphs,
      ...(url ? [] : [`To ask about it, ${howToReach(row)}.`]),
    ],
    list: { title: `${invoiceName(row)}, ${row.title}`, entries },
    button: url ? { label: 'Open the invoice', url } : undefined,
    footer: footerOf(row, url !== null),
  };
}

function contentOf(row: Row, { news, currency, owedCents }: Data) {
  const { businessName } = row;
  const name = inSentence(invoiceName(row));
  const inWords = (cents: number) => money(cents, { currency });
  const amount = inWords(news.amountCents);
  const owed =
    owedCents > 0 ? `Still to pay: ${inWords(owedCents)}` : 'Nothing more is to be paid.';
  if (news.kind === 'FAILED')
    return {
      heading: `payment of ${name} failed`,
      paragraphs: [
        `Your payment of ${amount} to ${businessName} was not confirmed by your bank, so nothing was paid. Please pay again or in another way.`,
      ],
      entries: [owed],
    };
  if (news.kind === 'REFUNDED')
    return {
      heading: `refund for ${name}`,
      paragraphs: [
        `${businessName} refunds you ${amount}. It goes back the way you paid and can take some days to arrive.`,
      ],
      entries: [`Refunded: ${amount}`],
    };
  const { countedCents, excessCents } =
    news.kind === 'PAID' ? news : { countedCents: 0, excessCents: 0 };
  const excess = inWords(excessCents);
  return {
    heading: `receipt for ${name}`,
    paragraphs: [
      `${businessName} has received your payment of ${amount}. Thank you.`,
      ...(excessCents > 0
        ? [
            `${excess} of it was not owed any more and is being refunded. It goes back the way you paid and can take some days to arrive.`,
          ]
        : []),
    ],
    entries: [
      `Received: ${amount}`,
      ...(excessCents > 0 ? [`Refunded: ${excess}`, `Paid: ${inWords(countedCents)}`] : []),
      owed,
    ],
  };
}

function footerOf(row: Row, hasLink: boolean): string {
  const { businessName } = row;
  const call = questionsSentence(row);
  const link = hasLink ? ' The link is for you alone; please do not pass it on.' : '';
  return `You get this mail because you paid an invoice of ${businessName} online.${call}${link}`;
}
