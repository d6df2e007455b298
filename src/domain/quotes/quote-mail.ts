import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../email/email-kinds.js';
import type { Letter } from '../../email/letter.js';
import type { Place } from '../../sharing/shareable.js';
import { dayInWords } from '../business/day-in-words.js';
import { money } from '../money/in-words.js';
import { pricedEntries } from '../money/priced-entries.js';
import type { QuoteStatus } from './quote-status.js';
import type { QuoteVersionLine } from './quote-version.entity.js';

/** The mail that brings a quote: with a link where the client can open it, otherwise with the quote itself. */
export const QUOTE_MAIL = 'QUOTE';

interface QuoteMailData {
  quoteVersionId: string;
  /** Null where there is nothing to open. */
  linkId?: string | null;
}

interface Facts extends Place {
  isCurrent: boolean;
  status: QuoteStatus;
  portalEnabled: boolean;
  isLinkAlive: boolean;
  businessName: string;
  businessEmail: string | null;
  businessPhone: string | null;
  clientName: string;
  clientEmail: string | null;
  number: number;
  title: string;
  validUntil: string | null;
  netCents: number;
  taxCents: number;
  totalCents: number;
  lines: QuoteVersionLine[];
}

defineEmail(QUOTE_MAIL, async (db, email, { publicUrl, portalToken, now }) => {
  const { quoteVersionId, linkId = null } = email.data as unknown as QuoteMailData;
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [quoteVersionId, linkId, now().toISOString()]),
  );
  const facts = rows[0];
  if (!facts?.isCurrent) return { cancel: 'The quote was changed before the mail went out.' };
  if (facts.status === 'DECLINED')
    return { cancel: 'The client declined the quote before the mail went out.' };
  if (facts.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  if (linkId && !facts.isLinkAlive)
    return { cancel: 'The link stopped working before the mail went out.' };
  // A link into a portal that was cut since would open nothing, so the mail says it all itself.
  const hasLink = linkId !== null && facts.portalEnabled;
  return letterOf(facts, hasLink ? `${publicUrl}/portal#${portalToken(linkId)}` : null);
});

const FACTS = `
  select q.version = v.version as "isCurrent", q.status, b.client_portal_enabled as "portalEnabled",
    exists (select from portal_links l
      where l.id = $2::uuid and l.revoked_at is null and l.expires_at > $3::timestamptz) as "isLinkAlive",
    b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.time_zone as "timeZone", b.currency, c.name as "clientName",
    c.email as "clientEmail", q.number, v.title,
    v.valid_until::text as "validUntil", v.net_cents as "netCents", v.tax_cents as "taxCents",
    v.total_cents as "totalCents", v.lines
  from quote_versions v
  join quotes q on q.id = v.quote_id
  join businesses b on b.id = v.business_id
  join clients c on c.id = q.client_id
  where v.id = $1`;

function letterOf(facts: Facts, url: string | null): Letter {
  const { businessName, businessEmail, clientName, number, title, totalCents } = facts;
  return {
    subject: `${businessName}: quote ${number}, ${title}`,
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading: `Quote ${number}: ${title}`,
    paragraphs: [
      `Hello ${clientName},`,
      `This is the quote from ${businessName} for ${title}.`,
      howToAnswer(facts, url !== null),
    ],
    list: url
      ? { title: 'Price', entries: [`Total: ${money(totalCents, facts)}`] }
      : { title: 'What it is made of', entries: pricedEntries(facts, facts) },
    button: url ? { label: 'Open the quote', url } : undefined,
    footer: footerOf(facts, url !== null),
  };
}

function howToAnswer({ status, validUntil }: Facts, hasLink: boolean): string {
  if (status === 'ACCEPTED') return 'You have accepted it; this mail is for your records.';
  const until = validUntil ? `It is valid to the end of ${dayInWords(validUntil)}. ` : '';
  return hasLink
    ? `${until}Open it to accept it, to decline it or to ask for changes.`
    : `${until}To accept it or to ask for changes, answer this mail.`;
}

function footerOf({ businessName, businessPhone }: Facts, hasLink: boolean): string {
  const call = businessPhone ? ` Questions? Call ${businessPhone}.` : '';
  const link = hasLink ? ' The link is for you alone; please do not pass it on.' : '';
  return `You get this mail because you asked ${businessName} for a price.${call}${link}`;
}
