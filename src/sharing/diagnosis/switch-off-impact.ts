import type { Lookup } from '../../database/reader/reader.js';
import { liveLinkSql } from '../../domain/portal-links/live-link.js';

/** Access that a client would lose with the portal. */
export interface Loss {
  /** Null for a quote without a job. */
  jobId: string | null;
  label: string;
}

export interface SwitchOffImpact {
  unansweredQuotes: Loss[];
  unpaidInvoices: Loss[];
  paymentsUnderWay: Loss[];
  recentViews: Loss[];
}

/** A view at most this old counts as recent. */
export const RECENT_VIEW_MS = 15 * 60 * 1000;

// The only parameter of the lookup is `since`, which is RECENT_VIEW_MS before the current time.
const NOW = "(m.since::timestamptz + interval '15 minutes')";

/**
 * Lookup of the access that clients of a business would lose; its key is the time since which a view counts as recent,
 * as ISO 8601 text. Shared items are read from the newest publication, their current status from the live row.
 */
export const switchOffImpact: Lookup<SwitchOffImpact> = {
  sql: `
    with shown as (
      select j.id as job_id, j.client_id, p.view
      from jobs j
      cross join lateral (
        select view from publications
        where job_id = j.id and client_id = j.client_id order by version desc limit 1) p
      where j.business_id = $1
    ), pages as (
      select distinct on (o.quote_id, o.invoice_id) o.client_id, o.view,
        coalesce(q.id, i.id) as id, coalesce(q.job_id, i.job_id) as job_id
      from clients c
      join page_publications o on o.client_id = c.id
      left join quotes q on q.id = o.quote_id and q.client_id = c.id
      left join invoices i on i.id = o.invoice_id and i.client_id = c.id
      where c.business_id = $1
      order by o.quote_id, o.invoice_id, o.version desc
    ), own_pages as (
      select p.* from pages p
      left join jobs j on j.id = p.job_id
      where p.view is not null and p.id is not null and (j.client_id is null or j.client_id = p.client_id)
        and not exists (select from shown s where s.job_id = p.job_id)
    ), shown_items as (
      select s.job_id, (item ->> 'id')::uuid as id
      from shown s, json_array_elements(coalesce(s.view -> 'quotes', '[]')) item
      union all
      select s.job_id, (item ->> 'id')::uuid
      from shown s, json_array_elements(coalesce(s.view -> 'invoices', '[]')) item
      union all
      select job_id, id from own_pages
    )
    select lower(m.since) as id,
      (select coalesce(json_agg(json_build_object(
          'jobId', s.job_id, 'label', format('Quote %s: %s', q.number, q.title)) order by q.number), '[]')
        from shown_items s join quotes q on q.id = s.id
        where q.business_id = $1 and q.status = 'SENT' and (q.valid_until is null or q.valid_until >=
          (${NOW} at time zone b.time_zone)::date)) as "unansweredQuotes",
      (select coalesce(json_agg(json_build_object(
          'jobId', s.job_id, 'label', format('Invoice %s: %s', i.number, i.title)) order by i.number), '[]')
        from shown_items s join invoices i on i.id = s.id
        where i.business_id = $1 and i.owed_cents > 0) as "unpaidInvoices",
      (select coalesce(json_agg(json_build_object(
          'jobId', i.job_id, 'label', format('Invoice %s: %s', i.number, i.title)) order by i.number), '[]')
        from card_checkouts k join invoices i on i.id = k.invoice_id
        where k.business_id = $1 and k.status in ('RESERVED', 'OPEN')
          and k.expires_at > ${NOW}) as "paymentsUnderWay",
      (select coalesce(json_agg(json_build_object('jobId', v.job_id, 'label', v.name) order by v.last_view desc), '[]')
        from (
          select coalesce(l.job_id, q.job_id, i.job_id) as job_id, c.name, max(l.last_viewed_at) as last_view
          from clients c
          join portal_links l on l.client_id = c.id
          left join quotes q on q.id = l.quote_id
          left join invoices i on i.id = l.invoice_id
          left join jobs j on j.id = coalesce(l.job_id, q.job_id, i.job_id)
          where c.business_id = $1 and ${liveLinkSql('l', NOW)} and l.last_viewed_at >= m.since::timestamptz
            and (j.client_id = l.client_id or l.job_id is null and j.client_id is null)
          group by coalesce(l.job_id, q.job_id, i.job_id), case when j.id is null then l.quote_id end, c.id) v) as "recentViews"
    from businesses b, unnest($2::text[]) as m(since)
    where b.id = $1`,
  answer: (row) => row as unknown as SwitchOffImpact,
};
