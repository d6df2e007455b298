import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/any-tables.js';
import { defineEmail } from '../../email/email-kinds.js';
import type { Letter } from '../../email/letter.js';
import type { MessageMailData } from './gather-mail.js';
import { howMany, together } from './message-words.js';

/** Tells a client what the business has written. */
export const MAIL_TO_CLIENT = 'MESSAGES_TO_CLIENT';

defineEmail(MAIL_TO_CLIENT, async (db, email, services) => {
  const data = email.data as unknown as MessageMailData;
  const facts = await factsOf(db, data, services.now());
  if (!facts) return { cancel: 'The link stopped working before the mail went out.' };
  if (!facts.messagesEnabled)
    return { cancel: 'Messages were switched off before the mail went out.' };
  if (!facts.bodies) return { cancel: 'Everything was read before the mail went out.' };
  if (!facts.portalEnabled)
    return {
      wait: 'The Client Portal is off; the mail goes out when it is on again.',
    };
  const token = services.portalToken(data.linkId as string);
  return letterOf({ ...facts, bodies: facts.bodies }, `${services.publicUrl}/portal#${token}`);
});

interface Facts {
  portalEnabled: boolean;
  messagesEnabled: boolean;
  businessName: string;
  businessEmail: string | null;
  businessPhone: string | null;
  clientName: string;
  number: number;
  title: string;
  /** Those that are still unread, first sent first. */
  bodies: string[] | null;
}

async function factsOf(
  db: AnyTables,
  { linkId, messageIds }: MessageMailData,
  now: Date,
): Promise<Facts | undefined> {
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [linkId, messageIds, now.toISOString()]),
  );
  return rows[0];
}

// The title is the published one: a new title may not have been shared with the client yet.
const FACTS = `
  select b.client_portal_enabled as "portalEnabled", j.client_messages_enabled as "messagesEnabled",
    b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", c.name as "clientName",
    j.number, p.view->>'title' as title,
    (select json_agg(m.body order by m.id) from messages m
      where m.id = any($2) and m.job_id = l.job_id and m.client_id = l.client_id and m.read_at is null) as bodies
  from portal_links l
  join businesses b on b.id = l.business_id
  join jobs j on j.id = l.job_id and j.client_id = l.client_id
  join clients c on c.id = l.client_id
  cross join lateral (
    select p.view from publications p
    where p.job_id = l.job_id and p.client_id = l.client_id order by p.version desc limit 1) p
  where l.id = $1 and l.revoked_at is null and l.expires_at > $3::timestamptz`;

function letterOf(facts: Facts & { bodies: string[] }, url: string): Letter {
  const { businessName, number, title, bodies } = facts;
  const call = facts.businessPhone ? ` Questions? Call ${facts.businessPhone}.` : '';
  return {
    subject: `${businessName}: ${howMany(bodies.length)} about ${title}`,
    fromName: businessName,
    replyTo: facts.businessEmail ?? undefined,
    heading: title,
    paragraphs: [
      `Hello ${facts.clientName},`,
      `${businessName} has sent you ${howMany(bodies.length)} about job ${number}, ${title}.`,
    ],
    quote: together(bodies),
    button: { label: 'Read and answer', url },
    footer: `You get this mail because you are a client of ${businessName}.${call} The link is for you alone; please do not pass it on.`,
  };
}
