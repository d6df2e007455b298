import { CompiledQuery } from 'kysely';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import type { Place } from '../../../shareable/shareable.js';
import { dayIn } from '../../business/business-day.js';
import { type BusinessContact, howToReach } from '../../business/how-to-reach.js';
import { Client } from '../../clients/client.entity.js';
import { linkUrl } from '../../portal-links/link-url.js';
import { linkOfJobSql, liveLinkSql } from '../../portal-links/live-link.js';
import { type MailReader, mailWords } from '../../words/mail-words.js';
import type { QuoteAnswer } from './quote-answer.entity.js';

/** Email kind: an acceptance of the client was taken back, to the client. */
const QUOTE_REOPENED_MAIL = 'QUOTE_REOPENED';

/**
 * Tells a client that the acceptance it gave was taken back: it has a copy that says otherwise. One that staff recorded
 * was never mailed to the client.
 */
export async function mailReopenedToClient(unit: Unit, answer: QuoteAnswer): Promise<void> {
  if (!answer.client) return;
  const { businessId, id: answerId, quote } = answer;
  const client = await unit.em.findOneOrFail(Client, answer.client.id, { refresh: true });
  if (!client.email) return;
  await queueEmail(unit.em, {
    businessId,
    jobId: quote.job?.id ?? null,
    kind: QUOTE_REOPENED_MAIL,
    recipient: client.email,
    data: { answerId },
    now: unit.now,
  });
}

interface ReopenedRow extends Omit<Place, 'language'>, BusinessContact, MailReader {
  clientName: string;
  clientEmail: string | null;
  quoteId: string;
  number: number;
  title: string;
  answeredAt: Date;
  /** Newest link at which the client can answer again; null without one, or while the portal is off. */
  linkId: string | null;
}

defineEmail(QUOTE_REOPENED_MAIL, async (db, { data, recipient }, services) => {
  const values = [data.answerId, recipient, services.now().toISOString()];
  const { rows } = await db.executeQuery<ReopenedRow>(CompiledQuery.raw(QUERY, values));
  const row = rows[0];
  if (row?.clientEmail !== recipient)
    return { cancel: "The client's address changed before the mail went out." };
  const { businessName, clientName, number, title } = row;
  const words = mailWords(row);
  const { common, quotes } = words.texts;
  const { reopened } = quotes;
  const url = row.linkId && linkUrl(services, row.linkId, { quote: row.quoteId });
  const reach = howToReach(row, words.texts);
  const day = words.day(dayIn(row.timeZone, row.answeredAt));
  const why = quotes.whyAccepted(businessName);
  return {
    ...words.envelope,
    subject: reopened.subject(businessName, number, title),
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: reopened.heading(number),
    paragraphs: [
      common.hello(clientName),
      reopened.tookBack(businessName, number, title, day),
      url ? `${reopened.again} ${reopened.unexpected(reach)}` : reopened.reachToAnswer(reach),
    ],
    button: url ? { label: quotes.open, url } : undefined,
    footer: url ? `${why} ${common.isPrivate}` : why,
  };
});

const QUERY = `
  select b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", b.time_zone as "timeZone",
    b.currency, b.date_order as "dateOrder", c.name as "clientName", c.language, c.email as "clientEmail", q.id as "quoteId", q.number,
    coalesce(v.title, q.title) as title, a.answered_at as "answeredAt",
    (select l.id from portal_links l
      where b.client_portal_enabled and l.client_id = a.client_id and l.sent_to = $2 and ${liveLinkSql('l', '$3')}
        and (l.quote_id = q.id or ${linkOfJobSql('l', 'q.job_id')})
      order by l.id desc limit 1) as "linkId"
  from quote_answers a
  join quotes q on q.id = a.quote_id
  join businesses b on b.id = a.business_id
  join clients c on c.id = a.client_id
  left join quote_versions v on v.quote_id = a.quote_id and v.version = a.version
  where a.id = $1`;
