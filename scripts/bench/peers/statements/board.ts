import { OWNER, QUOTE_STATUS } from './parts.js';

/**
 * The board: the newest open jobs of the business with what hangs on each, a set at a time. One aggregate a
 * table over all the jobs of the page used less of PostgreSQL than a subquery for each job.
 */
export const BOARD = `
  with me as (${OWNER}),
  page as materialized (
    select j.id, j.number, j.title, j.status, j.site_address, j.client_id from jobs j
    where j.business_id = (select business_id from me) and j.status in ('NEW', 'SCHEDULED', 'IN_PROGRESS', 'ON_HOLD')
    order by j.id desc limit $2::int),
  ids as materialized (select array_agg(id) as ids from page),
  visit as (select x.job_id, json_agg(x.row order by x.starts_at, x.id) as rows from (
    select v.job_id, v.starts_at, v.id, row_to_json((select r from (select v.id, v.starts_at as "startsAt", v.ends_at as "endsAt", v.cancelled_at as "cancelledAt") r)) as row
    from visits v where v.job_id = any((select ids from ids)::uuid[])) x group by x.job_id),
  note as (select x.job_id, json_agg(x.row order by x.id) as rows from (
    select n.job_id, n.id, row_to_json((select r from (select n.id, n.body, n.internal, n.created_at as "createdAt") r)) as row
    from notes n where n.job_id = any((select ids from ids)::uuid[])) x group by x.job_id),
  todo as (select x.job_id, json_agg(x.row order by x.id) as rows from (
    select t.job_id, t.id, row_to_json((select r from (select t.id, t.title, t.done) r)) as row
    from todos t where t.job_id = any((select ids from ids)::uuid[])) x group by x.job_id),
  photo as (select x.job_id, json_agg(x.row order by x.id) as rows from (
    select p.job_id, p.id, row_to_json((select r from (select p.id, p.caption, p.shared, p.created_at as "createdAt", p.width, p.height,
      p.thumbnail_url as "thumbnailUrl", p.display_url as "displayUrl") r)) as row
    from photos p where p.job_id = any((select ids from ids)::uuid[])) x group by x.job_id),
  priced as materialized (select q.*, b.time_zone from quotes q cross join me join businesses b on b.id = me.business_id
    where q.job_id = any((select ids from ids)::uuid[])),
  cost as (select l.quote_id, sum(floor(l.quantity * l.unit_cost_cents + 0.5))::int as cents from quote_lines l
    where l.quote_id = any((select array_agg(id) from priced)::uuid[]) group by l.quote_id),
  quote as (select x.job_id, json_agg(x.row order by x.id) as rows from (
    select q.job_id, q.id, row_to_json((select r from (select q.id, q.number, q.version, q.title, ${QUOTE_STATUS} as status,
      q.sent_at as "sentAt", q.valid_until as "validUntil", q.net_cents as "netCents", q.tax_cents as "taxCents", q.total_cents as "totalCents",
      q.net_cents - coalesce(cost.cents, 0) as "marginCents") r)) as row
    from priced q left join cost on cost.quote_id = q.id) x group by x.job_id)
  select json_build_object('nodes', (select coalesce(json_agg(row_to_json(x)), '[]') from (
    select j.id, j.number, j.title, j.status, j.site_address as "siteAddress",
      case when c.id is not null then row_to_json((select r from (select c.id, c.name, c.email, c.phone) r)) end as client,
      coalesce(visit.rows, '[]') as visits, coalesce(note.rows, '[]') as notes, coalesce(todo.rows, '[]') as todos,
      coalesce(quote.rows, '[]') as quotes, coalesce(photo.rows, '[]') as photos
    from page j
    left join clients c on c.id = j.client_id
    left join visit on visit.job_id = j.id left join note on note.job_id = j.id left join todo on todo.job_id = j.id
    left join quote on quote.job_id = j.id left join photo on photo.job_id = j.id
    order by j.id desc) x))::text as json
  from me`;
