import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../database/any-tables.js';
import { money } from '../domain/money/in-words.js';
import { type PricedLine, pricedEntries } from '../domain/money/priced-entries.js';
import { defineEmail } from '../email/email-kinds.js';
import type { Letter } from '../email/letter.js';

/** The mail that brings an invoice: what is to be paid until when, and where to look at it. */
export const INVOICE_MAIL = 'INVOICE';

interface InvoiceMailData {
  invoiceId: string;
  /** Null where there is nothing to open: then the mail carries the invoice itself. */
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
  // A link into a portal that was cut since would open nothing, so the mail says it all itself.
  const hasLink = linkId !== null && facts.portalEnabled;
  return letterOf(facts, hasLink ? `${publicUrl}/portal#${portalToken(linkId)}` : null);
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
  netCents: number;
  taxCents: number;
  lines: PricedLine[];
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
    i.total_cents as "totalCents", i.paid_cents as "paidCents", i.owed_cents as "owedCents",
    i.net_cents as "netCents", i.tax_cents as "taxCents",
    (select coalesce(json_agg(json_build_object('description', l.description, 'quantity', l.quantity,
        'unitPriceCents', l.unit_price_cents, 'netCents', l.net_cents) order by l.position, l.id), '[]')
      from invoice_lines l where l.invoice_id = i.id) as lines
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
      ...(url ? [] : ['To ask about it or about how to pay, answer this mail.']),
    ],
    list: {
      title: facts.owedCents === 0 ? 'What was paid' : 'What is to be paid',
      entries: url ? amountsOf(facts) : [...pricedEntries(facts, facts), ...stillOwed(facts)],
    },
    button: url ? { label: 'Open the invoice', url } : undefined,
    footer: footerOf(facts, url !== null),
  };
}

function amountsOf(facts: Facts): string[] {
  return [`Total: ${money(facts.totalCents, facts)}`, ...stillOwed(facts)];
}

/** Read when the mail goes out: no client is asked for what it has paid by then. */
function stillOwed(facts: Facts): string[] {
  const { paidCents, owedCents, dueOn } = facts;
  if (owedCents === 0) return ['Paid in full, thank you.'];
  const paid = paidCents > 0 ? [`Paid so far: ${money(paidCents, facts)}`] : [];
  return [...paid, `To pay by ${dueOn}: ${money(owedCents, facts)}`];
}

function footerOf({ businessName, businessPhone }: Facts, hasLink: boolean): string {
  const call = businessPhone ? ` Questions? Call ${businessPhone}.` : '';
  const link = hasLink ? ' The link is for you alone; please do not pass it on.' : '';
  return `You get this mail because you are a client of ${businessName}.${call}${link}`;
}
