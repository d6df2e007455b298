import { OWNER, QUOTE_STATUS } from './parts.js';

const person = (alias: string, id: string) => `(
  select row_to_json(r) from (select ${alias}.id, ${alias}.name from staff_members ${alias} where ${alias}.id = ${id}) r)`;

/** One job with everything, by a subquery for each table. */
export const JOB = `
  select row_to_json(x)::text as json from (
    select j.id, j.number, j.title, j.description, j.site_address as "siteAddress", j.status, j.internal_notes as "internalNotes",
      j.client_messages_enabled as "clientMessagesEnabled",
      (select row_to_json(r) from (select c.id, c.name, c.email, c.phone from clients c where c.id = j.client_id) r) as client,
      (select row_to_json(r) from (
        select count(*) filter (where t.done) as done, count(*) as total from todos t where t.job_id = j.id) r) as progress,
      (select coalesce(json_agg(r), '[]') from (
        select m.id, m.name from assignments a join staff_members m on m.id = a.staff_member_id
        where a.job_id = j.id and a.visit_id is null order by a.id) r) as assignees,
      (select coalesce(json_agg(r), '[]') from (
        select v.id, v.starts_at as "startsAt", v.ends_at as "endsAt", v.cancelled_at as "cancelledAt",
          (select coalesce(json_agg(r), '[]') from (
            select m.id, m.name from assignments a join staff_members m on m.id = a.staff_member_id
            where a.visit_id = v.id order by a.id) r) as assignees
        from visits v where v.job_id = j.id order by v.starts_at, v.id) r) as visits,
      (select coalesce(json_agg(r), '[]') from (
        select n.id, n.body, n.internal, n.created_at as "createdAt", ${person('m', 'n.author_id')} as author
        from notes n where n.job_id = j.id order by n.id) r) as notes,
      (select coalesce(json_agg(r), '[]') from (
        select t.id, t.title, t.done from todos t where t.job_id = j.id order by t.id) r) as todos,
      (select coalesce(json_agg(r), '[]') from (
        select p.id, p.caption, p.shared, p.created_at as "createdAt", p.width, p.height, p.thumbnail_url as "thumbnailUrl",
          p.display_url as "displayUrl", p.original_url as "originalUrl"
        from photos p where p.job_id = j.id order by p.taken_at, p.id) r) as photos,
      (select coalesce(json_agg(r), '[]') from (
        select m.id, m.name, m.quantity, m.unit_cost_cents as "unitCostCents" from materials m where m.job_id = j.id order by m.id) r) as materials,
      (select coalesce(json_agg(r), '[]') from (
        select m.id, m.sender as "from", m.body, m.sent_at as "sentAt", m.read_at as "readAt" from messages m
        where m.job_id = j.id and m.client_id = j.client_id order by m.id) r) as messages,
      (select coalesce(json_agg(r), '[]') from (
        select q.id, q.number, q.version, q.title, ${QUOTE_STATUS} as status, q.sent_at as "sentAt", q.valid_until as "validUntil",
          q.net_cents as "netCents", q.tax_cents as "taxCents", q.total_cents as "totalCents", q.internal_notes as "internalNotes",
          q.net_cents - (select coalesce(sum(floor(l.quantity * l.unit_cost_cents + 0.5)), 0)::int from quote_lines l where l.quote_id = q.id) as "marginCents",
          (select coalesce(json_agg(r), '[]') from (
            select l.id, l.description, l.quantity, l.unit_price_cents as "unitPriceCents", l.tax_rate_basis_points as "taxRateBasisPoints",
              l.net_cents as "netCents", l.unit_cost_cents as "unitCostCents"
            from quote_lines l where l.quote_id = q.id order by l.position, l.id) r) as lines
        from (select q.*, b.time_zone from quotes q where q.job_id = j.id) q order by q.id) r) as quotes,
      (select coalesce(json_agg(r), '[]') from (
        select v.id, v.number, v.title,
          case when v.status in ('SENT', 'PARTLY_PAID') and v.due_on < (now() at time zone b.time_zone)::date
            then 'OVERDUE' else v.status end as status,
          v.issued_on as "issuedOn", v.due_on as "dueOn", v.sent_at as "sentAt",
          v.net_cents as "netCents", v.tax_cents as "taxCents", v.total_cents as "totalCents", v.paid_cents as "paidCents", v.owed_cents as "owedCents",
          (select coalesce(json_agg(r), '[]') from (
            select l.id, l.description, l.quantity, l.unit_price_cents as "unitPriceCents", l.tax_rate_basis_points as "taxRateBasisPoints", l.net_cents as "netCents"
            from invoice_lines l where l.invoice_id = v.id order by l.position, l.id) r) as lines,
          (select coalesce(json_agg(r), '[]') from (
            select p.id, p.amount_cents as "amountCents", p.recorded_at as "recordedAt", ${person('m', 'p.recorded_by_id')} as "recordedBy"
            from payments p where p.invoice_id = v.id order by p.id) r) as payments
        from invoices v where v.job_id = j.id order by v.id) r) as invoices,
      cost.staff as "staffCostCents", cost.materials as "materialsCostCents", cost.accepted - cost.staff - cost.materials as "marginCents",
      (select row_to_json(r) from (select p.version, p.published_at as "publishedAt" from publications p
        where p.job_id = j.id and p.client_id = j.client_id order by p.version desc limit 1) r) as publication
    from (${OWNER}) me
    join businesses b on b.id = me.business_id
    join jobs j on j.business_id = me.business_id and j.id = $2::uuid
    cross join lateral (select
      coalesce((select round(sum(extract(epoch from v.ends_at - v.starts_at) / 3600 * s.hourly_cost_cents)) from assignments a
        join visits v on v.id = a.visit_id and v.cancelled_at is null join staff_members s on s.id = a.staff_member_id where a.job_id = j.id), 0)::int as staff,
      coalesce((select round(sum(m.quantity * m.unit_cost_cents)) from materials m where m.job_id = j.id), 0)::int as materials,
      coalesce((select sum(q.net_cents) from quotes q where q.job_id = j.id and q.status = 'ACCEPTED'), 0)::int as accepted) cost) x`;
