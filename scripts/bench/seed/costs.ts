/**
 * Costs and margins as SQL functions of a row, for PostGraphile only: it exposes them as fields, so that it need
 * not send the lines of every quote to be added up elsewhere.
 */
export const COSTS = `
  create or replace function quotes_margin_cents(q quotes) returns int stable language sql as $$
    select q.net_cents - coalesce(sum(floor(l.quantity * l.unit_cost_cents + 0.5)), 0)::int from quote_lines l where l.quote_id = q.id $$;
  create or replace function jobs_staff_cost_cents(j jobs) returns int stable language sql as $$
    select coalesce(round(sum(extract(epoch from v.ends_at - v.starts_at) / 3600 * s.hourly_cost_cents)), 0)::int
    from assignments a join visits v on v.id = a.visit_id and v.cancelled_at is null
    join staff_members s on s.id = a.staff_member_id where a.job_id = j.id $$;
  create or replace function jobs_materials_cost_cents(j jobs) returns int stable language sql as $$
    select coalesce(round(sum(m.quantity * m.unit_cost_cents)), 0)::int from materials m where m.job_id = j.id $$;
  create or replace function jobs_accepted_cents(j jobs) returns int stable language sql as $$
    select coalesce(sum(q.net_cents), 0)::int from quotes q where q.job_id = j.id and q.status = 'ACCEPTED' $$;
`;
