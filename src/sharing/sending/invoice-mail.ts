import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { howToReach, questionsSentence } from '../../domain/business/how-to-reach.js';
import { documentId } from '../../domain/documents/document-id.js';
import { inSentence, invoiceName, invoiceNoun } from '../../domain/invoices/invoice-name.js';
import { money } from '../../domain/money/in-words.js';
import { pricedEntries } from '../../domain/money/priced-entries.js';
import { linkUrl } from '../../domain/portal-links/link-url.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import { amountsOf, howToPay, stillOwed, stillOwedAfterCredit } from './invoices/mail-amounts.js';
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
  const name = invoiceName(row);
  const document = kind === 'CREDIT_NOTE' ? creditNote(row, url) : invoice(row, url);
  return {
    subject: data.subject || `${businessName}: ${inSentence(name)}, ${title}`,
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: name,
    quote: data.message || undefined,
    button: url ? { label: `Open the ${inSentence(invoiceNoun(row))}`, url } : undefined,
    footer: footerOf(row, url !== null),
    ...document,
    paragraphs: [
      `Hello ${clientName},`,
      ...document.paragraphs,
      ...(url
        ? []
        : [
            ...(row.version === null ? [] : ['It is attached as a PDF too.']),
            `To ask about it${isToPay(row) ? ' or about how to pay' : ''}, ${howToReach(row)}.`,
          ]),
    ],
  };
}

/** A credit note is never to pay; neither is an invoice over 0.00. */
function isToPay({ kind, totalCents }: InvoiceMailRow): boolean {
  return kind !== 'CREDIT_NOTE' && totalCents > 0;
}

type DocumentPart = Pick<EmailTemplate, 'paragraphs' | 'changes' | 'list' | 'secondList'>;

function invoice(row: InvoiceMailRow, url: string | null): DocumentPart {
  const { businessName, owedCents, totalCents, title } = row;
  const changes = row.before ? invoiceChanges(row.before, row, row) : [];
  const name = inSentence(invoiceName(row));
  return {
    paragraphs: row.before
      ? [
          `${businessName} has changed ${name} for ${title}. This version takes the place of the one that was sent to you before.`,
        ]
      : [`${businessName} has sent you ${name} for ${title}.`],
    changes: changes.length > 0 ? { title: 'What has changed', entries: changes } : undefined,
    list: {
      title: owedCents === 0 && totalCents > 0 ? 'What was paid' : 'What is to be paid',
      entries: [...(url ? amountsOf(row) : pricedEntries(row, row)), ...stillOwed(row)],
    },
    secondList: howToPay(row),
  };
}

function creditNote(row: InvoiceMailRow, url: string | null): DocumentPart {
  const { businessName, creditedInvoice, creditReason, totalCents, title } = row;
  return {
    paragraphs: [
      `${businessName} has credited ${money(-totalCents, row)} of invoice ${creditedInvoice?.number} for ${title}.`,
      `Reason: ${creditReason}`,
    ],
    list: {
      title: 'What is credited',
      entries: url ? amountsOf(row) : pricedEntries(row, row),
    },
    secondList: creditedInvoice
      ? {
          title: `Invoice ${creditedInvoice.number} now`,
          entries: stillOwedAfterCredit(creditedInvoice, row),
        }
      : undefined,
  };
}

/** Name, address and tax number of the business, as an invoice must have them. */
function issuerOf({ businessName, address, taxNumber, taxNumberLabel }: InvoiceMailRow): string {
  const number = taxNumber && `${taxNumberLabel ?? 'Tax number'} ${taxNumber}`;
  const details = [address, number].filter(Boolean);
  return details.length > 0 ? `\n${[businessName, ...details].join('\n')}` : '';
}

function footerOf(row: InvoiceMailRow, hasLink: boolean): string {
  const { businessName } = row;
  const call = questionsSentence(row);
  const link = hasLink ? ' The link is for you alone; please do not pass it on.' : '';
  return `You get this mail because you are a client of ${businessName}.${call}${link}${issuerOf(row)}`;
}
