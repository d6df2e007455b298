import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { type BusinessPhone, footerWords } from '../../domain/business/how-to-reach.js';
import { linkUrl } from '../../domain/portal-links/link-url.js';
import { liveLinkSql } from '../../domain/portal-links/live-link.js';
import { languageWords, type MailReader } from '../../domain/words/mail-words.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import type { MessageMailData } from './gather-mail.js';
import { quotation } from './message-quotation.js';

/** Kind of the email with new messages of the business, to the client. */
export const MAIL_TO_CLIENT = 'MESSAGES_TO_CLIENT';

defineEmail(MAIL_TO_CLIENT, async (db, email, services) => {
  const data = email.data as unknown as MessageMailData;
  const row = await readRow(db, data, services.now());
  if (!row) return { cancel: 'The link stopped working before the mail went out.' };
  if (!row.messagesEnabled)
    return { cancel: 'Messages were switched off before the mail went out.' };
  if (!row.bodies) return { cancel: 'Everything was read before the mail went out.' };
  if (!row.portalEnabled)
    return {
      wait: 'The Client Portal is off; the mail goes out when it is on again.',
    };
  const url = linkUrl(services, data.linkId as string, { section: 'messages' });
  return templateOf({ ...row, bodies: row.bodies }, url);
});

interface ClientMailRow extends BusinessPhone, MailReader {
  portalEnabled: boolean;
  messagesEnabled: boolean;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  number: number;
  title: string;
  /** Texts of the messages that are still unread, oldest first; null if none is. */
  bodies: string[] | null;
}

async function readRow(
  db: AnyTables,
  { linkId, messageIds }: MessageMailData,
  now: Date,
): Promise<ClientMailRow | undefined> {
  const { rows } = await db.executeQuery<ClientMailRow>(
    CompiledQuery.raw(QUERY, [linkId, messageIds, now.toISOString()]),
  );
  return rows[0];
}

// The published title: the client may not have been shown a newer one.
const QUERY = `
  select b.client_portal_enabled as "portalEnabled", j.client_messages_enabled as "messagesEnabled",
    b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", c.name as "clientName", c.language,
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
  where l.id = $1 and ${liveLinkSql('l', '$3')}`;

function templateOf(row: ClientMailRow & { bodies: string[] }, url: string): EmailTemplate {
  const { businessName, number, title, bodies } = row;
  const { texts, envelope, own } = languageWords(row.language);
  const { common, messages } = texts;
  return {
    ...envelope,
    subject: messages.subject(businessName, bodies.length, title),
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: own(title),
    paragraphs: [
      common.hello(row.clientName),
      messages.sent(businessName, bodies.length, number, title),
    ],
    quote: quotation(bodies, messages),
    button: { label: messages.open, url },
    footer: footerWords(common.whyClient(businessName), row, texts, true),
  };
}
