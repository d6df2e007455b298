import { type EntityClass, LockMode } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/live-reader.js';
import { takeTurn, type Unit } from '../../database/unit-of-work.js';
import type { StaffPrincipal } from '../../visibility/principal.js';
import { notFound } from '../../visibility/refusals.js';
import { may } from '../staff/capabilities.js';
import { Assignment } from './assignment.entity.js';
import { Job } from './job.entity.js';

/** The staff member who makes this change. */
export function staffOf({ actor }: Unit): StaffPrincipal {
  if (actor?.kind !== 'STAFF') throw notFound();
  return actor;
}

/**
 * A job that this person sees, held until the change commits. Every change of a job or of a part of
 * it takes the job first, so two people who change it at once come one after the other.
 */
export async function jobToChange(unit: Unit, id: string): Promise<Job> {
  const { businessId } = staffOf(unit);
  if (!isUuid(id)) throw notFound();
  takeTurn(unit, 'job', id);
  const job = await unit.em.findOne(
    Job,
    { id, businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!job || !(await seesJob(unit, id))) throw notFound();
  return job;
}

/** A part of a job (a note, a visit …) with its job, which is taken first and held. */
export async function partOfJob<E extends { id: string; job: Job | null }>(
  unit: Unit,
  record: EntityClass<E>,
  id: string,
): Promise<{ part: E; job: Job }> {
  const { businessId } = staffOf(unit);
  if (!isUuid(id)) throw notFound();
  const found = await unit.em.findOne(record, { id, businessId } as never);
  const jobId = (found as E | null)?.job?.id;
  if (!jobId) throw notFound();
  const job = await jobToChange(unit, jobId);
  // Whoever held the job before us may have changed or removed the part meanwhile.
  const part = await unit.em.refresh(found as never);
  if (!part) throw notFound();
  return { part: part as unknown as E, job };
}

async function seesJob(unit: Unit, jobId: string): Promise<boolean> {
  const { audience, staffId } = staffOf(unit);
  if (may(audience, 'SEE_ALL_JOBS')) return true;
  return (await unit.em.count(Assignment, { job: jobId, staffMember: staffId })) > 0;
}
