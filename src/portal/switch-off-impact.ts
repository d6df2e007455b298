import type { Lookup } from '../database/reader.js';

/** Something that a client has at hand now and would lose with the portal. */
export interface Loss {
  jobId: string;
  label: string;
}

export interface SwitchOffImpact {
  unansweredQuotes: Loss[];
  unpaidInvoices: Loss[];
  recentViews: Loss[];
}

/** How long ago a view still means that somebody may be reading. */
export const RECENTLY = 15 * 60 * 1000;

/**
 * What the clients of a business would lose, asked by the moment since which a view counts as recent.
 * What a client has is what its newest publication shows; how it stands by now is read off the record.
 */
export const switchOffImpact: Lookup<SwitchOffImpact> = {
  sql: `
    with shown as (
      select j.id as job_id, p.view
      from jobs j
      cross join lateral (
        select view from publications
        where job_id = j.id and client_id = j.client_id order by version desc limit 1) p
      where j.business_id = $1
    ), shown_items as (
      select s.job_id, (item ->> 'id')::uuid as id
      from shown s, json_array_elements(coalesce(s.view -> 'quotes', '[]')) item
      union all
      select s.job_id, (item ->> 'id')::uuid
      from shown s, json_array_elements(coalesce(s.view -> 'invoices', '[]')) item
    )
    select lower(m.since) as id,
      (select coalesce(json_agg(json_build_object(
          'jobId', s.job_id, 'label', format('Quote %s: %s', q.number, q.title)) order by q.number), '[]')
        from shown_items s join quotes q on q.id = s.id
        where q.business_id = $1 and q.status = 'SENT' and (q.valid_until is null or q.valid_until >=
          ((m.since::timestamptz + interval '15 minutes') at time zone b.time_zone)::date)) as "unansweredQuotes",
      (select coalesce(json_agg(json_build_object(
          'jobId', s.job_id, 'label', format('Invoice %s: %s', i.number, i.title)) order by i.number), '[]')
        from shown_items s join invoices i on i.id = s.id
        where i.business_id = $1 and i.owed_cents > 0) as "unpaidInvoices",
      (select coalesce(json_agg(json_build_object('jobId', v.job_id, 'label', v.name) order by v.last_view desc), '[]')
        from (
          select l.job_id, c.name, max(l.last_viewed_at) as last_view
          from jobs j
          join portal_links l on l.job_id = j.id and l.client_id = j.client_id
          join clients c on c.id = l.client_id
          where j.business_id = $1 and l.revoked_at is null and l.last_viewed_at >= m.since::timestamptz
          group by l.job_id, l.client_id, c.name) v) as "recentViews"
    from businesses b, unnest($2::text[]) as m(since)
    where b.id = $1`,
  answer: (row) => row as unknown as SwitchOffImpact,
};
