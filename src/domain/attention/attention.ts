import type { Lookup } from '../../database/reader/reader.js';
import { isNotPaused } from '../reminders/subject-sql.js';

type AttentionKind = 'QUOTE_EXPIRED' | 'REMINDER_NOT_SENT' | 'OVERDUE_AFTER_REMINDERS';

/** A quote or an invoice that somebody of the business should look at. */
export interface Attention {
  kind: AttentionKind;
  /** Day on which it began to need attention. */
  on: string;
  quoteId: string | null;
  invoiceId: string | null;
}

/** Maximum number of items of each kind. */
export const MAX_ITEMS = 50;
/** A quote that expired, and a reminder that was not sent, are listed for so many days. */
const RECENT_DAYS = 30;
/** An overdue invoice is listed for so many days. */
const OVERDUE_DAYS = 365;

/**
 * Lookup of what needs attention; its key is today's calendar day at the business. An item leaves the list by itself when its
 * reason is gone: answered, sent again, paid, an address added.
 */
export const attentionOn: Lookup<Attention[]> = {
  sql: `
    select m.day as id, (
      select coalesce(json_agg(json_build_object('kind', a.kind, 'on', a.day, 'quoteId', a.quote_id,
        'invoiceId', a.invoice_id) order by a.day desc, a.kind, coalesce(a.quote_id, a.invoice_id)), '[]')
      from (
        (select 'QUOTE_EXPIRED' as kind, q.valid_until + 1 as day, q.id as quote_id, null::uuid as invoice_id
        from quotes q
        where q.business_id = $1 and q.status = 'SENT'
          and q.valid_until between m.day::date - ${RECENT_DAYS} and m.day::date - 1
        order by q.valid_until desc, q.id limit ${MAX_ITEMS})
        union all
        (select 'REMINDER_NOT_SENT', max(r.day), q.id, i.id
        from reminders r
        left join quotes q on q.id = r.quote_id and q.status = 'SENT'
          and (q.valid_until is null or q.valid_until >= m.day::date)
        left join invoices i on i.id = r.invoice_id and i.status in ('SENT', 'PARTLY_PAID')
        join clients c on c.id = coalesce(q.client_id, i.client_id) and c.email is null
        where r.business_id = $1 and r.delivery_id is null and r.day >= m.day::date - ${RECENT_DAYS}
        group by q.id, i.id order by 2 desc, q.id, i.id limit ${MAX_ITEMS})
        union all
        (select 'OVERDUE_AFTER_REMINDERS', i.due_on + l.days, null::uuid, i.id
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
