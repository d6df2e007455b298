import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../../domain/clients/client.entity.js';
import { lockEntity } from '../../domain/common/find-referenced.js';
import { lockJob, staffOf } from '../../domain/jobs/lock-job.js';
import { notFound } from '../../visibility/refusals.js';

/** More jobs would be locked for too long in one transaction; the worker does them in batches. */
const MAX_JOBS_AT_ONCE = 1_000;

/**
 * Locks the first client with all jobs that have something of it and its quotes without a job, then all clients, until
 * the commit. Jobs come first, as in every write, so that nobody publishes, writes or sends for the client meanwhile. Of
 * a client with too many jobs none is locked.
 *
 * @returns the clients in the given order, and the ids of the jobs: null for too many. Throws NOT_FOUND.
 */
export async function lockClientWithJobs(unit: Unit, ids: [string, ...string[]]) {
  const { businessId } = staffOf(unit);
  const known = await unit.em.count(Client, { id: { $in: ids }, businessId });
  if (known < new Set(ids).size) throw notFound();
  const jobIds = await jobsToLock(unit, ids[0]);
  for (const jobId of jobIds ?? []) await lockJob(unit, jobId);
  await unit.sql.rows(QUOTES_WITHOUT_JOB, [businessId, ids[0]]);
  const locked = new Map<string, Client>();
  for (const id of [...ids].sort()) locked.set(id, await lockEntity(unit, Client, id));
  const clients = ids.map((id) => locked.get(id) as Client);
  // With jobs that were added while this waited; no more can be, since that needs the client.
  const all = jobIds && (await jobsToLock(unit, ids[0]));
  for (const jobId of all ?? []) if (!jobIds?.includes(jobId)) await lockJob(unit, jobId);
  return { clients, jobIds: all };
}

/** The next jobs, by id, that have something of these clients. */
export async function jobsOfClients(
  { sql }: Unit,
  clientIds: string[],
  { after = null, max }: { after?: string | null; max: number },
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(JOBS, [clientIds, after, max]);
  return rows.map(({ id }) => id);
}

async function jobsToLock(unit: Unit, clientId: string): Promise<string[] | null> {
  const jobIds = await jobsOfClients(unit, [clientId], { max: MAX_JOBS_AT_ONCE + 1 });
  return jobIds.length > MAX_JOBS_AT_ONCE ? null : jobIds;
}

const JOBS = `
  select id from (
    select id, client_id from jobs
    union select job_id, client_id from quotes where job_id is not null
    union select job_id, client_id from invoices
    union select job_id, client_id from messages
    union select job_id, client_id from publications
    union select job_id, client_id from portal_links where job_id is not null) x
  where client_id = any($1::uuid[]) and ($2::uuid is null or id > $2) order by id limit $3`;

const QUOTES_WITHOUT_JOB = `
  select id from quotes where business_id = $1 and client_id = $2 and job_id is null order by id for update`;
