import { workedOut } from '../../database/reader.js';
import { isWholeInSql } from '../money/bounds.js';

export interface JobCosts {
  staffCostCents: string;
  materialsCostCents: string;
  marginCents: string;
}

/**
 * What a job costs the business and what it earns on it, in cents before tax. PostgreSQL adds up numbers of any size,
 * and writes them as texts; whether one fits an Int is asked where it is answered (`server/plain-fields.ts`).
 */
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
      where a.job_id = ${job}.id), 0)`;
}

export function materialsCostInSql(job: string): string {
  return `
    coalesce((select round(sum(
      case when ${isWholeInSql('m')} then (m.quantity * m.unit_cost_cents)::bigint
      else m.quantity::numeric * m.unit_cost_cents end))
      from materials m where m.job_id = ${job}.id), 0)`;
}

/** What was agreed, less what it costs. */
export function jobMarginInSql(job: string): string {
  return `
    (coalesce((select sum(q.net_cents) from quotes q where q.job_id = ${job}.id and q.status = 'ACCEPTED'), 0)
      - ${staffCostInSql(job)} - ${materialsCostInSql(job)})`;
}
