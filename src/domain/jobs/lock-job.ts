import type { EntityClass } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/sql/uuid.js';
import { takeTurn, type Unit } from '../../database/unit-of-work/unit-of-work.js';
import { may } from '../../visibility/capabilities.js';
import type { StaffPrincipal } from '../../visibility/principal.js';
import { notFound, Refusal } from '../../visibility/refusals.js';
import { Assignment } from './assignment.entity.js';
import type { Job } from './job.entity.js';
import { lockJobRow, lockJobRowOfPart, readPart } from './job-rows.js';

/** The staff member who makes this change. Throws NOT_FOUND for anyone else. */
export function staffOf({ actor }: Unit): StaffPrincipal {
  if (actor?.kind !== 'STAFF') throw notFound();
  return actor;
}

/**
 * A job visible to this staff member, locked until commit. Throws NOT_FOUND. Every change of a job or of its parts
 * locks the job first, so concurrent changes are serialized. With `WITH_PORTAL` the business is locked before it.
 */
export async function lockJob(unit: Unit, id: string, portal?: 'WITH_PORTAL'): Promise<Job> {
  const { businessId } = staffOf(unit);
  if (!isUuid(id)) throw notFound();
  takeTurn(unit, 'job', id);
  return ifSeen(unit, await lockJobRow(unit, businessId, id, portal));
}

/** A part of a job (a note, a visit …) with its job, locked until commit. Throws NOT_FOUND. */
export async function partOfJob<E extends { id: string; job: Job | null }>(
  unit: Unit,
  entity: EntityClass<E>,
  id: string,
): Promise<{ part: E; job: Job }> {
  const { businessId } = staffOf(unit);
  if (!isUuid(id)) throw notFound();
  const job = await jobOfPart(unit, entity, id);
  // The part may have been changed or removed while this waited for the lock.
  const part = await readPart(unit, entity, { id, businessId, jobId: job.id });
  if (!part) throw notFound();
  return { part, job };
}

/** Throws FORBIDDEN when somebody else added this part of a job and the person lacks CHANGE_ALL_WORK. */
export function refuseOthersWork(unit: Unit, addedBy: { id: string } | null): void {
  const { audience, staffId } = staffOf(unit);
  if (may(audience, 'CHANGE_ALL_WORK') || addedBy?.id === staffId) return;
  throw new Refusal(
    'FORBIDDEN',
    'Somebody else added this; ask them, a supervisor, an admin or the owner to change it.',
  );
}

async function jobOfPart(unit: Unit, entity: EntityClass<object>, id: string): Promise<Job> {
  const found = await lockJobRowOfPart(unit, entity, staffOf(unit).businessId, id);
  if (!found) throw notFound();
  // Somebody holds it: we wait for our turn without a connection, or for another server's change.
  if (!found.job) return lockJob(unit, found.jobId);
  takeTurn(unit, 'job', found.jobId);
  return ifSeen(unit, found.job);
}

async function ifSeen(unit: Unit, job: Job | null): Promise<Job> {
  if (!job || !(await canSeeJob(unit, job.id))) throw notFound();
  return job;
}

async function canSeeJob(unit: Unit, jobId: string): Promise<boolean> {
  const { audience, staffId, apiKey } = staffOf(unit);
  if (may(audience, 'SEE_ALL_JOBS')) return true;
  // A key is assigned to no job, whatever its maker is assigned to.
  if (apiKey) return false;
  return (await unit.em.count(Assignment, { job: jobId, staffMember: staffId })) > 0;
}
