import type { Lookup } from '../../database/reader/reader.js';
import { isNotPaused } from '../reminders/subject-sql.js';

type AttentionKind =
  | 'QUOTE_ANSWERED'
  | 'MESSAGE_UNREAD'
  | 'INVOICE_OVERDUE'
  | 'QUOTE_EXPIRED'
  | 'REMINDER_NOT_SENT'
  | 'OVERDUE_AFTER_REMINDERS'
  | 'EMAIL_FAILED';

/** A quote, an invoice, a job or a mail that somebody of the business should look at. */
export interface Attention {
  kind: AttentionKind;
  /** Day on which it began to need attention. */
  on: string;
  quoteId: string | null;
  invoiceId: string | null;
  jobId: string | null;
  emailId: string | null;
}

/** Maximum number of items of each kind. */
export const MAX_ITEMS = 50;
/** A quote that expired, and a reminder that was not sent, are listed for so many days. */
const RECENT_DAYS = 30;
/** An answer that nothing followed is listed for so many days. */
const ANSWER_DAYS = 14;
/** An overdue invoice is listed for so many days. */
const OVERDUE_DAYS = 365;

/** The client's newest answers; one given on paper was recorded by staff, who know it. */
const ANSWERED = `
        (select 'QUOTE_ANSWERED' as kind, (a.answered_at at time zone b.time_zone)::date as day, q.id as quote_id,
          null::uuid as invoice_id, null::uuid as job_id, null::uuid as email_id
        from businesses b
        join quote_answers a on a.business_id = b.id and a.answered_at >= m.day::date - ${ANSWER_DAYS}
          and a.recorded_by_id is null and a.undone_at is null
        join quotes q on q.id = a.quote_id and q.status = a.kind and q.version = a.version
        where b.id = $1 and (q.status <> 'ACCEPTED' or q.job_id is null
          or not exists (select from visits v where v.job_id = q.job_id and v.cancelled_at is null and v.ends_at >= a.answered_at)
            and not exists (select from invoices i where i.job_id = q.job_id and i.status not in ('DRAFT', 'VOID')))
        order by a.answered_at desc, q.id limit ${MAX_ITEMS})`;

/** Jobs with messages that nobody has read, by the day of the oldest. */
const UNREAD = `
        (select 'MESSAGE_UNREAD', (min(t.sent_at) at time zone b.time_zone)::date, null::uuid, null::uuid, j.id, null::uuid
        from businesses b
        join messages t on t.business_id = b.id and t.sender = 'CLIENT' and t.read_at is null
        join jobs j on j.id = t.job_id and j.client_id = t.client_id
        where b.id = $1
        group by j.id, b.time_zone order by min(t.sent_at) desc, j.id limit ${MAX_ITEMS})`;

const OVERDUE = `
        (select 'INVOICE_OVERDUE', i.due_on + 1, null::uuid, i.id, null::uuid, null::uuid
        from invoices i
        where i.business_id = $1 and i.status in ('SENT', 'PARTLY_PAID') and i.owed_cents > 0
          and i.due_on between m.day::date - ${OVERDUE_DAYS} and m.day::date - 1
        order by i.due_on desc, i.id limit ${MAX_ITEMS})`;

/** Mails of every kind, until they are sent again or taken off the list. */
const FAILED_EMAILS = `
        (select 'EMAIL_FAILED', (e.created_at at time zone b.time_zone)::date, null::uuid, null::uuid, null::uuid, e.id
        from businesses b
        join outgoing_emails e on e.business_id = b.id and e.status = 'FAILED'
        where b.id = $1
        order by e.created_at desc, e.id limit ${MAX_ITEMS})`;

/**
 * Lookup of what needs attention; its key is today's calendar day at the business. An item leaves the list by itself when its
 * reason is gone: a visit scheduled or an invoice made after an acceptance, a new version sent after another answer, read,
 * answered, sent again or taken off the list, paid, an address added.
 */
export const attentionOn: Lookup<Attention[]> = {
  sql: `
    select m.day as id, (
      select coalesce(json_agg(json_build_object('kind', a.kind, 'on', a.day, 'quoteId', a.quote_id,
        'invoiceId', a.invoice_id, 'jobId', a.job_id, 'emailId', a.email_id)
        order by a.day desc, a.kind, coalesce(a.quote_id, a.invoice_id, a.job_id, a.email_id)), '[]')
      from (
        ${ANSWERED}
        union all
        ${UNREAD}
        union all
        ${OVERDUE}
        union all
        ${FAILED_EMAILS}
        union all
        (select 'QUOTE_EXPIRED', q.valid_until + 1, q.id, null::uuid, null::uuid, null::uuid
        from quotes q
        where q.business_id = $1 and q.status = 'SENT'
          and q.valid_until between m.day::date - ${RECENT_DAYS} and m.day::date - 1
        order by q.valid_until desc, q.id limit ${MAX_ITEMS})
        union all
        (select 'REMINDER_NOT_SENT', max(r.day), q.id, i.id, null::uuid, null::uuid
        from reminders r
        left join quotes q on q.id = r.quote_id and q.status = 'SENT'
          and (q.valid_until is null or q.valid_until >= m.day::date)
        left join invoices i on i.id = r.invoice_id and i.status in ('SENT', 'PARTLY_PAID')
        join clients c on c.id = coalesce(q.client_id, i.client_id) and c.email is null
        where r.business_id = $1 and r.delivery_id is null and r.day >= m.day::date - ${RECENT_DAYS}
        group by q.id, i.id order by 2 desc, q.id, i.id limit ${MAX_ITEMS})
        union all
        (select 'OVERDUE_AFTER_REMINDERS', i.due_on + l.days, null::uuid, i.id, null::uuid, null::uuid
        from businesses b
        cross join lateral (select max(d.days) as days from unnest(b.invoice_reminder_days) d(days)) l
        join invoices i on i.business_id = b.id
        where b.id = $1 and b.remind_of_invoices and i.status in ('SENT', 'PARTLY_PAID') and i.owed_cents > 0
          and i.due_on between m.day::date - ${OVERDUE_DAYS} and m.day::date - greatest(l.days, 1)
          and exists (select from reminders r join outgoing_emails e on e.id = r.delivery_id
            where r.invoice_id = i.id and e.status = 'SENT')
          and ${isNotPaused('invoice_id', 'i')}
        order by i.due_on desc, i.id limit ${MAX_ITEMS})
      ) a
    ) as items
    from unnest($2::text[]) as m(day)`,
  answer: ({ items }) => items as Attention[],
};
