import { CompiledQuery } from 'kysely';
import { DateTime } from 'luxon';
import type { Unit } from '../../database/unit-of-work.js';
import { defineEmail } from '../../email/email-kinds.js';
import type { Letter } from '../../email/letter.js';
import { queueEmail } from '../../email/outbox.js';
import type { OutgoingEmail } from '../../email/outgoing-email.entity.js';
import type { Place } from '../../sharing/shareable.js';
import { Client } from '../clients/client.entity.js';
import { money } from '../money/in-words.js';
import type { Quote } from './quote.entity.js';
import type { QuoteVersion, QuoteVersionLine } from './quote-version.entity.js';

/** The letter that carries a quote which is part of no job yet. */
export const QUOTE_MAIL = 'QUOTE';

/** Puts the letter in the outbox; a client without an address gets the quote some other way. */
export async function mailQuote(
  { em, now }: Unit,
  quote: Quote,
  version: QuoteVersion,
): Promise<OutgoingEmail[]> {
  const client = quote.client && (await em.findOneOrFail(Client, quote.client.id));
  if (!client?.email) return [];
  const { businessId } = quote;
  const data = { quoteVersionId: version.id };
  return [
    await queueEmail(em, { businessId, kind: QUOTE_MAIL, recipient: client.email, data, now }),
  ];
}

interface Facts extends Place {
  isCurrent: boolean;
  businessName: string;
  businessEmail: string | null;
  businessPhone: string | null;
  clientName: string;
  number: number;
  title: string;
  validUntil: string | null;
  netCents: number;
  taxCents: number;
  totalCents: number;
  lines: QuoteVersionLine[];
}

defineEmail(QUOTE_MAIL, async (db, { data }) => {
  const { rows } = await db.executeQuery<Facts>(CompiledQuery.raw(FACTS, [data.quoteVersionId]));
  const facts = rows[0];
  if (!facts?.isCurrent) return { cancel: 'The quote was changed before the mail went out.' };
  return letterOf(facts);
});

const FACTS = `
  select q.version = v.version as "isCurrent", b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.time_zone as "timeZone", b.currency, c.name as "clientName", q.number, v.title,
    v.valid_until::text as "validUntil", v.net_cents as "netCents", v.tax_cents as "taxCents",
    v.total_cents as "totalCents", v.lines
  from quote_versions v
  join quotes q on q.id = v.quote_id
  join businesses b on b.id = v.business_id
  join clients c on c.id = q.client_id
  where v.id = $1`;

function letterOf(facts: Facts): Letter {
  const { businessName, businessEmail, clientName, number, title, validUntil } = facts;
  const until = validUntil
    ? `It is valid to the end of ${DateTime.fromISO(validUntil).setLocale('en-AU').toFormat('d LLLL yyyy')}. `
    : '';
  return {
    subject: `${businessName}: quote ${number}, ${title}`,
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading: `Quote ${number}: ${title}`,
    paragraphs: [
      `Hello ${clientName},`,
      `This is the quote from ${businessName} for ${title}.`,
      `${until}To accept it or to ask for changes, answer this mail.`,
    ],
    list: { title: 'What it is made of', entries: entriesOf(facts) },
    footer: footerOf(facts),
  };
}

function entriesOf(facts: Facts): string[] {
  const { lines, netCents, taxCents, totalCents } = facts;
  return [
    ...lines.map(
      (line) =>
        `${line.description}: ${line.quantity} × ${money(line.unitPriceCents, facts)} = ${money(line.netCents, facts)}`,
    ),
    `Before tax: ${money(netCents, facts)}`,
    `Tax: ${money(taxCents, facts)}`,
    `Total: ${money(totalCents, facts)}`,
  ];
}

function footerOf({ businessName, businessPhone }: Facts): string {
  const call = businessPhone ? ` Questions? Call ${businessPhone}.` : '';
  return `You get this mail because you asked ${businessName} for a price.${call}`;
}
