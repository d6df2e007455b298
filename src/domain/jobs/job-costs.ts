import { isWholeInSql } from '../money/bounds.js';

// What a job costs the business and what it earns on it, in cents before tax. PostgreSQL adds up numbers of any size;
// whether one fits an Int is asked where it is answered (`server/plain-fields.ts`).

/** SQL of the staff cost: the hours of each assignee of each visit that is not cancelled, at their hourly cost. */
export function staffCostInSql(job: string): string {
  return `
    coalesce((select round(sum(extract(epoch from v.ends_at - v.starts_at) / 3600 * s.hourly_cost_cents))
      from assignments a
      join visits v on v.id = a.visit_id and v.cancelled_at is null
      join staff_members s on s.id = a.staff_member_id
      where a.job_id = ${job}.id), 0)`;
}

/** SQL of the materials cost: quantity times unit cost. */
export function materialsCostInSql(job: string): string {
  return `
    coalesce((select round(sum(
      case when ${isWholeInSql('m')} then (m.quantity * m.unit_cost_cents)::bigint
      else m.quantity::numeric * m.unit_cost_cents end))
      from materials m where m.job_id = ${job}.id), 0)`;
}

/** SQL of the margin: accepted quotes before tax, less costs. */
export function jobMarginInSql(job: string): string {
  return `
    (coalesce((select sum(q.net_cents) from quotes q where q.job_id = ${job}.id and q.status = 'ACCEPTED'), 0)
      - ${staffCostInSql(job)} - ${materialsCostInSql(job)})`;
}
