import type { EntityMetadata } from '@mikro-orm/postgresql';

/** Whose rows a reader may read at all. */
export interface LiveScope {
  businessId: string;
  /** Set for a role that sees only the jobs it is assigned to. */
  onlyJobsOf?: string;
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
