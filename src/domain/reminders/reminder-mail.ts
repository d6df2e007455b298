import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import { linkUrl } from '../portal-links/link-url.js';
import { liveLinkSql } from '../portal-links/live-link.js';
import { canStillBeSent } from './mornings.js';
import { type Reminded, type ReminderMailRow, templateOf } from './reminder-template.js';
import {
  CLIENT_IS_ACTIVE,
  INVOICE_IS_SHOWN,
  INVOICE_JOINS,
  INVOICE_WAITS,
  QUOTE_IS_SHOWN,
  QUOTE_JOINS,
  QUOTE_WAITS,
} from './subject-sql.js';

/** Kind of the email that reminds a client of unpaid invoices and open quotes. */
export const REMINDER_MAIL = 'REMINDER';

/** Maximum number of invoices and quotes that one mail lists. */
export const MAX_LISTED = 20;

export interface ReminderMailData {
  clientId: string;
  /** Day at the business, such as 2026-03-31: the words are true on this day only. */
  day: string;
  reminderIds: string[];
  /** IDs of portal links by reminder; null where the client finds it on no page. */
  links: Record<string, string | null>;
}

defineEmail(REMINDER_MAIL, async (db, email, services) => {
  const { clientId, day, reminderIds, links } = email.data as unknown as ReminderMailData;
  const row = await readRow(db, clientId, reminderIds, links, services.now());
  if (!row) return { cancel: 'The client is archived, merged or erased.' };
  if (!canStillBeSent(day, row.timeZone, services.now()))
    return { cancel: 'The day of this reminder was over before the mail went out.' };
  if (row.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  if (row.reminded.length === 0)
    return { cancel: 'Nothing was left to remind of when the mail was to go out.' };
  const linkOf = ({ id, kind, subjectId, isShown }: Reminded, isOnly: boolean) => {
    const target = kind === 'QUOTE' ? { quote: subjectId } : { invoice: subjectId };
    const linkId = isShown ? links[id] : null;
    return linkId && row.liveLinks.includes(linkId)
      ? linkUrl(services, linkId, isOnly ? target : undefined)
      : null;
  };
  return templateOf(row, day, linkOf, MAX_LISTED);
});

async function readRow(
  db: AnyTables,
  clientId: string,
  reminderIds: string[],
  links: ReminderMailData['links'],
  now: Date,
): Promise<ReminderMailRow | undefined> {
  const linkIds = Object.values(links).filter((id) => id !== null);
  const { rows } = await db.executeQuery<ReminderMailRow>(
    CompiledQuery.raw(QUERY, [clientId, reminderIds, linkIds, now.toISOString()]),
  );
  return rows[0];
}

// A new due date or a new sending is the start of other reminders, so it ends this one.
const QUERY = `
  select b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", b.currency,
    b.date_order as "dateOrder", b.time_zone as "timeZone", b.payment_instructions as "paymentInstructions",
    c.name as "clientName", c.language, c.email as "clientEmail",
    array(select l.id::text from portal_links l where l.id = any($3::uuid[]) and ${liveLinkSql('l', '$4')}) as "liveLinks",
    (select coalesce(json_agg(row_to_json(s) order by s.kind, s.until, s.number), '[]') from (
      select r.id, i.id as "subjectId", 'INVOICE' as kind, i.kind as "invoiceKind", i.quote_percent as "quotePercent", i.number, i.title, i.due_on::text as until,
        i.total_cents as "totalCents", i.paid_cents as "paidCents", i.credited_cents as "creditedCents", i.owed_cents as "owedCents",
        ${INVOICE_IS_SHOWN} as "isShown"
      from reminders r join invoices i on i.id = r.invoice_id ${INVOICE_JOINS}
      where r.id = any($2::uuid[]) and i.client_id = c.id and ${INVOICE_WAITS}
        and i.due_on = r.day - r.days and i.sent_at < r.created_at
      union all
      select r.id, q.id, 'QUOTE', null, null, q.number, q.title, q.valid_until::text, q.total_cents, 0, 0, q.total_cents, ${QUOTE_IS_SHOWN}
      from reminders r join quotes q on q.id = r.quote_id ${QUOTE_JOINS}
      where r.id = any($2::uuid[]) and q.client_id = c.id and ${QUOTE_WAITS}
        and (q.valid_until is null or q.valid_until >= r.day)
        and (r.kind <> 'LAST_DAY' or q.valid_until = r.day - r.days) and q.sent_at < r.created_at
    ) s) as reminded
  from clients c join businesses b on b.id = c.business_id
  where c.id = $1::uuid and ${CLIENT_IS_ACTIVE}`;
