import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import { may } from '../../../visibility/capabilities.js';
import type { InvoiceKind } from '../../invoices/invoice-kind.js';
import { inSentence, invoiceName } from '../../invoices/invoice-name.js';
import { money } from '../../money/in-words.js';
import type { StaffRole } from '../../staff/staff-member.entity.js';
import type { CheckoutCloseReason } from '../checkouts/checkout-status.js';
import type { CardPaymentNews, CardPaymentNewsKind } from '../records/news.js';

/** Email kind: payment, refund or dispute of an invoice that was paid online, to staff. */
export const CARD_PAYMENT_TO_STAFF = 'CARD_PAYMENT_TO_STAFF';

interface Data {
  invoiceId: string;
  staffId: string;
  news: CardPaymentNews;
  currency: string;
}

interface Row {
  role: StaffRole;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  number: number;
  kind: InvoiceKind;
  quotePercent: number | null;
  title: string;
  jobNumber: number;
}

defineEmail(CARD_PAYMENT_TO_STAFF, async (db, { data }, { publicUrl }) => {
  const { invoiceId, staffId, news, currency } = data as unknown as Data;
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(QUERY, [invoiceId, staffId]));
  const [row] = rows;
  if (!row || !may(row.role, 'WRITE_INVOICES'))
    return { cancel: 'Its recipient no longer looks after invoices.' };
  return templateOf(row, news, currency, `${publicUrl}/console#/invoices/${invoiceId}`);
});

const QUERY = `
  select s.role, b.name as "businessName", b.email as "businessEmail", c.name as "clientName",
    i.number, i.kind, i.quote_percent as "quotePercent", i.title, j.number as "jobNumber"
  from invoices i
  join businesses b on b.id = i.business_id
  join jobs j on j.id = i.job_id
  join clients c on c.id = i.client_id
  join staff_members s on s.id = $2 and s.business_id = i.business_id and s.removed_at is null
  where i.id = $1::uuid`;

const HEADINGS: Record<CardPaymentNewsKind, (clientName: string, name: string) => string> = {
  PAID: (clientName, name) => `${clientName} paid ${name}`,
  FAILED: (clientName, name) => `Payment of ${name} by ${clientName} failed`,
  REFUNDED: (_, name) => `Refund for ${name}`,
  REFUND_FAILED: (_, name) => `Refund for ${name} failed`,
  DISPUTED: (clientName, name) => `${clientName} disputes a payment of ${name}`,
  DISPUTE_WON: (_, name) => `Dispute about ${name} won`,
  DISPUTE_LOST: (_, name) => `Dispute about ${name} lost`,
};

function templateOf(row: Row, news: CardPaymentNews, currency: string, url: string): EmailTemplate {
  const { businessName, clientName, title, jobNumber } = row;
  const name = inSentence(invoiceName(row));
  const heading = HEADINGS[news.kind](clientName, name);
  return {
    subject: heading,
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading,
    paragraphs: [
      sentenceOf(row, news, (cents) => money(cents, { currency })),
      `It is about ${name}, ${title}, of job ${jobNumber}.`,
    ],
    button: { label: 'Open the invoice', url },
    footer: `You get this mail because you look after the invoices of ${businessName}.`,
  };
}

/** Why a payment comes that staff may not expect. */
const CLOSED: Partial<Record<CheckoutCloseReason, string>> = {
  VOID: 'The payment was under way when the invoice was made void.',
  SUPERSEDED: 'The payment was under way when the new version was sent.',
  PORTAL_OFF: 'The payment was under way when the Client Portal was switched off.',
  ACCESS_ENDED: 'The payment was under way when the link of the client stopped working.',
  SWITCHED_OFF: 'The payment was under way when online payments were switched off.',
};

function sentenceOf(
  { clientName }: Row,
  news: CardPaymentNews,
  inWords: (cents: number) => string,
): string {
  const amount = inWords(news.amountCents);
  switch (news.kind) {
    case 'PAID':
      return [
        `${clientName} paid ${amount} online.`,
        ...(news.closeReason ? [CLOSED[news.closeReason]] : []),
        ...(news.excessCents > 0
          ? [
              `${inWords(news.excessCents)} of it was not owed any more and is being refunded automatically.`,
            ]
          : []),
      ]
        .filter(Boolean)
        .join(' ');
    case 'FAILED':
      return `The bank of ${clientName} did not confirm the payment of ${amount}. The amount is still owed.`;
    case 'REFUNDED':
      return `${amount} of an online payment goes back to ${clientName}. The invoice shows what is owed now.`;
    case 'REFUND_FAILED':
      return `A refund of ${amount} to ${clientName} failed. Look into it at Stripe, or pay it back in another way.`;
    case 'DISPUTED':
      return `${clientName} disputes ${amount} of an online payment at the bank. Answer it at Stripe before its deadline; the payment counts until it is decided.`;
    case 'DISPUTE_WON':
      return `The dispute about ${amount} was decided for you; the payment stays.`;
    case 'DISPUTE_LOST':
      return `The dispute about ${amount} was decided for ${clientName}, who has the money back. The invoice shows what is owed now.`;
  }
}
