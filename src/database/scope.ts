import type { EntityMetadata } from '@mikro-orm/postgresql';

/** Whose rows a reader may read at all. */
export interface LiveScope {
  businessId: string;
  /** Set for a role that sees only the jobs it is assigned to. */
  onlyJobsOf?: string;
  /** The day that it is where the business works, as 2026-03-31. */
  today: string;
}

/** Narrows a statement to the jobs somebody is assigned to, where the record belongs to a job. */
export function assignedOnly(meta: EntityMetadata, parameter: string, alias = 'r'): string {
  const job = meta.tableName === 'jobs' ? 'id' : meta.properties['job' as never] && 'job_id';
  return job
    ? ` and ${alias}.${job} in (select job_id from assignments where staff_member_id = ${parameter})`
    : '';
}

/** The column that says whose business a row is: a business itself is its own. */
export function owner(meta: EntityMetadata, alias = 'r'): string {
  return `${alias}.${meta.tableName === 'businesses' ? 'id' : 'business_id'}`;
}

/** How statements name the parts of a scope, after the business ($1) and what is asked for ($2). */
export const ONLY_JOBS_OF = '$3';
export const TODAY = '$4::date';

/** Always true. Not every statement has a use for both, and PostgreSQL must know what each of them is. */
export const KNOWN_SCOPE = `($3::uuid is null or ${TODAY} is not null)`;

/** The values of a statement, in that order. */
export function inScope({ businessId, onlyJobsOf, today }: LiveScope, asked: unknown): unknown[] {
  return [businessId, asked, onlyJobsOf ?? null, today];
}
