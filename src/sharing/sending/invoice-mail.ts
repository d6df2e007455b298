import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { footerWords, howToReach } from '../../domain/business/how-to-reach.js';
import { documentId } from '../../domain/documents/document-id.js';
import { invoiceName, invoiceNoun } from '../../domain/invoices/invoice-name.js';
import { pricedEntries } from '../../domain/money/priced-entries.js';
import { linkUrl } from '../../domain/portal-links/link-url.js';
import { type MailWords, mailWords } from '../../domain/words/mail-words.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import {
  howToPay,
  stillOwed,
  stillOwedAfterCredit,
  totalInWords,
} from './invoices/mail-amounts.js';
import { invoiceChanges } from './invoices/mail-changes.js';
import { INVOICE_MAIL_SQL, type InvoiceMailRow } from './invoices/mail-row.js';

/** Kind of the email with an invoice or a credit note: what is owed, and a link or the document itself. */
export const INVOICE_MAIL = 'INVOICE';

/** Mails queued by an earlier version have only the first two. */
interface InvoiceMailData {
  invoiceId: string;
  /** Null if the client cannot open the invoice; then the email contains it. */
  linkId: string | null;
  versionId?: string | null;
  changedFrom?: number | null;
  subject?: string | null;
  message?: string | null;
}

defineEmail(INVOICE_MAIL, async (db, email, services) => {
  const data = email.data as unknown as InvoiceMailData;
  const row = await readRow(db, data, services.now());
  if (!row || row.status === 'VOID')
    return { cancel: 'The invoice was made void before the mail went out.' };
  if (row.newestVersion !== null && row.newestVersion !== row.version)
    return { cancel: 'A newer version of the invoice was sent before the mail went out.' };
  if (row.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  const { linkId } = data;
  if (linkId && !row.isLinkAlive)
    return { cancel: 'The link stopped working before the mail went out.' };
  // If the portal was switched off meanwhile, the link would not open, so the email contains the invoice.
  const hasLink = linkId !== null && row.portalEnabled;
  const url = hasLink ? linkUrl(services, linkId, { invoice: data.invoiceId }) : null;
  return { ...templateOf(row, data, url), documents: hasLink ? [] : documentsOf(data, row) };
});

/** The PDF of a mail without a link; none for a mail that was queued before versions were stored. */
function documentsOf({ invoiceId: subjectId }: InvoiceMailData, { version }: InvoiceMailRow) {
  return version === null ? [] : [documentId({ kind: 'invoice', subjectId, version })];
}

async function readRow(
  db: AnyTables,
  { invoiceId, linkId, versionId = null, changedFrom = null }: InvoiceMailData,
  now: Date,
): Promise<InvoiceMailRow | undefined> {
  const values = [invoiceId, linkId, now.toISOString(), versionId, changedFrom];
  const { rows } = await db.executeQuery<InvoiceMailRow>(
    CompiledQuery.raw(INVOICE_MAIL_SQL, values),
  );
  return rows[0];
}

function templateOf(row: InvoiceMailRow, data: InvoiceMailData, url: string | null): EmailTemplate {
  const { businessName, clientName, kind, title } = row;
  const words = mailWords(row);
  const { common, names, invoices } = words.texts;
  const name = invoiceName(row, names);
  const noun = names.inSentence(invoiceNoun(row, names));
  const document = (kind === 'CREDIT_NOTE' ? creditNote : invoice)(row, words, url);
  return {
    ...words.envelope,
    subject: data.subject || invoices.subject(businessName, names.inSentence(name), title),
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: name,
    quote: data.message || undefined,
    button: url ? { label: invoices.open(noun), url } : undefined,
    footer: footerOf(row, words, url !== null),
    ...document,
    paragraphs: [
      common.hello(clientName),
      ...document.paragraphs,
      ...(url ? [] : withoutLink(row, words)),
    ],
  };
}

function withoutLink(row: InvoiceMailRow, { texts }: MailWords): string[] {
  const reach = howToReach(row, texts);
  const { common, invoices } = texts;
  return [
    ...(row.version === null ? [] : [invoices.attached]),
    isToPay(row) ? invoices.askAboutPaying(reach) : common.askAbout(reach),
  ];
}

/** A credit note is never to pay; neither is an invoice over 0.00. */
function isToPay({ kind, totalCents }: InvoiceMailRow): boolean {
  return kind !== 'CREDIT_NOTE' && totalCents > 0;
}

type DocumentPart = Pick<EmailTemplate, 'paragraphs' | 'changes' | 'list' | 'secondList'>;

function invoice(row: InvoiceMailRow, words: MailWords, url: string | null): DocumentPart {
  const { businessName, owedCents, totalCents, title } = row;
  const { names, invoices } = words.texts;
  const changes = row.before ? invoiceChanges(row.before, row, words) : [];
  const name = names.inSentence(invoiceName(row, names));
  return {
    paragraphs: [(row.before ? invoices.changed : invoices.sent)(businessName, name, title)],
    changes: changes.length > 0 ? { title: invoices.changes.title, entries: changes } : undefined,
    list: {
      title: owedCents === 0 && totalCents > 0 ? invoices.wasPaid : invoices.toBePaid,
      entries: [...amountsOf(row, words, url), ...stillOwed(row, words)],
    },
    secondList: howToPay(row, words),
  };
}

function creditNote(row: InvoiceMailRow, words: MailWords, url: string | null): DocumentPart {
  const { businessName, creditedInvoice, creditReason, totalCents, title } = row;
  const { credit } = words.texts.invoices;
  const amount = words.money(-totalCents);
  return {
    paragraphs: [
      credit.credited(businessName, amount, creditedInvoice?.number, title),
      credit.reason(creditReason),
    ],
    list: { title: credit.title, entries: amountsOf(row, words, url) },
    secondList: creditedInvoice
      ? {
          title: credit.invoiceNow(creditedInvoice.number),
          entries: stillOwedAfterCredit(creditedInvoice, words),
        }
      : undefined,
  };
}

function amountsOf(row: InvoiceMailRow, words: MailWords, url: string | null): string[] {
  return url ? [totalInWords(row, words)] : pricedEntries(row, row.taxName, words);
}

/** Name, address and tax number of the business, as an invoice must have them. */
function issuerOf(
  { businessName, address, taxNumber, taxNumberLabel }: InvoiceMailRow,
  { texts, own }: MailWords,
): string {
  const label = taxNumberLabel ?? texts.invoices.taxNumber;
  const details = [address, taxNumber && `${label} ${taxNumber}`].filter((detail) => !!detail);
  return details.length > 0 ? `\n${own([businessName, ...details].join('\n'))}` : '';
}

function footerOf(row: InvoiceMailRow, words: MailWords, hasLink: boolean): string {
  const why = words.texts.common.whyClient(row.businessName);
  return `${footerWords(why, row, words.texts, hasLink)}${issuerOf(row, words)}`;
}
