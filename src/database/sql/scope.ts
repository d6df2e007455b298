import type { EntityMetadata } from '@mikro-orm/postgresql';

/** Rows that a reader may read. */
export interface LiveScope {
  businessId: string;
  /** Id of a staff member who sees only assigned jobs; undefined if the caller sees all jobs. */
  onlyJobsOf?: string;
  /** Day in the time zone of the business, as 2026-03-31. */
  today: string;
}

/** Returns a condition on assigned jobs, for the name of a parameter; empty if the entity belongs to no job. */
export function assignedOnly(meta: EntityMetadata, parameter: string, alias = 'r'): string {
  const job = meta.tableName === 'jobs' ? 'id' : meta.properties['job' as never] && 'job_id';
  return job
    ? ` and ${alias}.${job} in (select job_id from assignments where staff_member_id = ${parameter})`
    : '';
}

/** Returns the column with the id of the business; for a business, its own id. */
export function owner(meta: EntityMetadata, alias = 'r'): string {
  return `${alias}.${meta.tableName === 'businesses' ? 'id' : 'business_id'}`;
}

/** Parameters of the scope. `$1` is the business, `$2` belongs to the statement. */
export const ONLY_JOBS_OF = '$3';
export const TODAY = '$4::date';

/** Always true. Gives both parameters a type in statements that do not use them, as PostgreSQL requires. */
export const KNOWN_SCOPE = `($3::uuid is null or ${TODAY} is not null)`;

/** Returns the parameters of a statement in this order; `wanted` is `$2`. */
export function inScope({ businessId, onlyJobsOf, today }: LiveScope, wanted: unknown): unknown[] {
  return [businessId, wanted, onlyJobsOf ?? null, today];
}
