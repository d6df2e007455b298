import { isUuid } from '../../database/live-reader.js';
import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import type { Visit } from '../visits/visit.entity.js';
import { Assignment } from './assignment.entity.js';
import type { Job } from './job.entity.js';

/** Makes these the people who work on the job itself (visits keep their own). */
export async function assignToJob(
  unit: Unit,
  job: Job,
  staffIds: string[],
  field: string,
): Promise<void> {
  const members = await staffNamed(unit, job.businessId, staffIds, field);
  const present = await unit.em.find(Assignment, { job: job.id, visit: null });
  for (const assignment of present) {
    if (!staffIds.includes(assignment.staffMember.id)) unit.em.remove(assignment);
  }
  const kept = present.map(({ staffMember }) => staffMember.id);
  for (const member of members) {
    if (!kept.includes(member.id)) add(unit, job, member, null);
  }
}

/** Puts people on one visit. */
export async function assignToVisit(
  unit: Unit,
  job: Job,
  visit: Visit,
  staffIds: string[],
  field: string,
): Promise<void> {
  for (const member of await staffNamed(unit, job.businessId, staffIds, field))
    add(unit, job, member, visit);
}

function add({ em }: Unit, job: Job, staffMember: StaffMember, visit: Visit | null): void {
  em.create(Assignment, {
    businessId: job.businessId,
    job,
    staffMember,
    visit,
  });
}

async function staffNamed(
  unit: Unit,
  businessId: string,
  ids: string[],
  field: string,
): Promise<StaffMember[]> {
  const wanted = [...new Set(ids)];
  if (!wanted.every(isUuid)) throw noSuchMember(field);
  const members = await unit.em.find(StaffMember, {
    id: { $in: wanted },
    businessId,
    removedAt: null,
  });
  if (members.length < wanted.length) throw noSuchMember(field);
  return members;
}

function noSuchMember(field: string) {
  return invalid(field, 'There is no such staff member; choose some of yours.');
}
