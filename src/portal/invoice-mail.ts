import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../database/any-tables.js';
import { money } from '../domain/money/in-words.js';
import { defineEmail } from '../email/email-kinds.js';
import type { Letter } from '../email/letter.js';

/** The mail that brings an invoice: what is to be paid until when, and where to look at it. */
export const INVOICE_MAIL = 'INVOICE';

interface InvoiceMailData {
  invoiceId: string;
  /** Null while the job is not shared: then there is nothing to open. */
  linkId: string | null;
}

defineEmail(INVOICE_MAIL, async (db, email, { publicUrl, portalToken, now }) => {
  const { invoiceId, linkId } = email.data as unknown as InvoiceMailData;
  const facts = await factsOf(db, invoiceId, linkId, now());
  if (!facts || facts.status === 'VOID')
    return { cancel: 'The invoice was made void before the mail went out.' };
  if (facts.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  if (linkId && !facts.isLinkAlive)
    return { cancel: 'The link stopped working before the mail went out.' };
  if (!facts.portalEnabled)
    return { wait: 'The Client Portal is off; the mail goes out when it is on again.' };
  return letterOf(facts, linkId && `${publicUrl}/portal#${portalToken(linkId)}`);
});

interface Facts {
  portalEnabled: boolean;
  businessName: string;
  businessEmail: string | null;
  businessPhone: string | null;
  currency: string;
  clientName: string;
  clientEmail: string | null;
  isLinkAlive: boolean;
  number: number;
  title: string;
  status: string;
  dueOn: string;
  totalCents: number;
  paidCents: number;
  owedCents: number;
}

async function factsOf(
  db: AnyTables,
  invoiceId: string,
  linkId: string | null,
  now: Date,
): Promise<Facts | undefined> {
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [invoiceId, linkId, now.toISOString()]),
  );
  return rows[0];
}

const FACTS = `
  select b.client_portal_enabled as "portalEnabled", b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.currency, c.name as "clientName", c.email as "clientEmail",
    exists (select from portal_links l
      where l.id = $2::uuid and l.revoked_at is null and l.expires_at > $3::timestamptz) as "isLinkAlive",
    i.number, i.title, i.status, to_char(i.due_on, 'FMDD FMMonth YYYY') as "dueOn",
    i.total_cents as "totalCents", i.paid_cents as "paidCents", i.owed_cents as "owedCents"
  from invoices i
  join businesses b on b.id = i.business_id
  join jobs j on j.id = i.job_id and j.client_id = i.client_id
  join clients c on c.id = i.client_id
  where i.id = $1::uuid`;

function letterOf(facts: Facts, url: string | null): Letter {
  const { businessName, clientName, number, title } = facts;
  return {
    subject: `${businessName}: invoice ${number}, ${title}`,
    fromName: businessName,
    replyTo: facts.businessEmail ?? undefined,
    heading: `Invoice ${number}`,
    paragraphs: [
      `Hello ${clientName},`,
      `${businessName} has sent you invoice ${number} for ${title}.`,
    ],
    list: { title: 'What is to be paid', entries: amountsOf(facts) },
    button: url ? { label: 'Open the invoice', url } : undefined,
    footer: footerOf(facts, url !== null),
  };
}

function amountsOf(facts: Facts): string[] {
  const { totalCents, paidCents, owedCents, dueOn } = facts;
  const total = `Total: ${money(totalCents, facts)}`;
  if (owedCents === 0) return [total, 'Paid in full, thank you.'];
  const paid = paidCents > 0 ? [`Paid so far: ${money(paidCents, facts)}`] : [];
  return [total, ...paid, `To pay by ${dueOn}: ${money(owedCents, facts)}`];
}

function footerOf({ businessName, businessPhone }: Facts, hasLink: boolean): string {
  const call = businessPhone ? ` Questions? Call ${businessPhone}.` : '';
  const link = hasLink ? ' The link is for you alone; please do not pass it on.' : '';
  return `You get this mail because you are a client of ${businessName}.${call}${link}`;
}
