import { workedOut } from '../../database/reader.js';

export interface JobCosts {
  staffCostCents: number;
  materialsCostCents: number;
  marginCents: number;
}

/** What a job costs the business and what it earns on it, in cents before tax. */
export const jobCosts = workedOut(
  'jobs',
  (job) => `${staffCostInSql(job)} as "staffCostCents",
    ${materialsCostInSql(job)} as "materialsCostCents", ${jobMarginInSql(job)} as "marginCents"`,
  (row) => row as unknown as JobCosts,
);

/** The planned hours of each person on each visit that stands, at their hourly cost. */
export function staffCostInSql(job: string): string {
  return `
    coalesce((select round(sum(extract(epoch from v.ends_at - v.starts_at) / 3600 * s.hourly_cost_cents))
      from assignments a
      join visits v on v.id = a.visit_id and v.cancelled_at is null
      join staff_members s on s.id = a.staff_member_id
      where a.job_id = ${job}.id), 0)::int`;
}

export function materialsCostInSql(job: string): string {
  return `
    coalesce((select round(sum(m.quantity * m.unit_cost_cents)) from materials m where m.job_id = ${job}.id), 0)::int`;
}

/** What was agreed, less what it costs. */
export function jobMarginInSql(job: string): string {
  return `
    (coalesce((select sum(q.net_cents) from quotes q where q.job_id = ${job}.id and q.status = 'ACCEPTED'), 0)::int
      - ${staffCostInSql(job)} - ${materialsCostInSql(job)})`;
}
