import { isUuid } from '../../database/sql/uuid.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { may } from '../../visibility/capabilities.js';
import { invalid } from '../../visibility/refusals.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import type { Visit } from '../visits/visit.entity.js';
import { Assignment } from './assignment.entity.js';
import type { Job } from './job.entity.js';

/** Replaces the assignees of a job. Assignees of its visits are unchanged. */
export async function assignToJob(
  unit: Unit,
  job: Job,
  staffIds: string[],
  field: string,
): Promise<void> {
  await replace(unit, job, null, staffIds, field);
}

/** Replaces the assignees of a visit. */
export function reassignVisit(
  unit: Unit,
  job: Job,
  visit: Visit,
  staffIds: string[],
  field: string,
): Promise<void> {
  return replace(unit, job, visit, staffIds, field);
}

async function replace(
  unit: Unit,
  job: Job,
  visit: Visit | null,
  staffIds: string[],
  field: string,
): Promise<void> {
  const members = await findStaff(unit, job.businessId, staffIds, field);
  const existing = await unit.em.find(Assignment, { job: job.id, visit });
  for (const assignment of existing) {
    if (!staffIds.includes(assignment.staffMember.id)) unit.em.remove(assignment);
  }
  const assignedIds = existing.map(({ staffMember }) => staffMember.id);
  const added = members.filter(({ id }) => !assignedIds.includes(id));
  // Somebody who was put on the job before may have another role now, and may stay.
  refuseRolesThatStayOffJobs(added, field);
  for (const member of added) add(unit, job, member, visit);
}

/** IDs of the staff members on a job or a visit, in the order of their assignment. */
export async function assigneeIdsOf(
  { em }: Unit,
  where: { job?: string; visit: string | null },
): Promise<string[]> {
  const assignments = await em.find(Assignment, where, { orderBy: { id: 'asc' } });
  return assignments.map(({ staffMember }) => staffMember.id);
}

/** IDs of the staff members on a job who can be put on a new visit of it. */
export async function membersOfJob(unit: Unit, job: Job): Promise<string[]> {
  const ids = await assigneeIdsOf(unit, { job: job.id, visit: null });
  const members = await unit.em.find(StaffMember, { id: { $in: ids }, removedAt: null });
  const assignable = members.filter(({ role }) => may(role, 'BE_ASSIGNED')).map(({ id }) => id);
  return ids.filter((id) => assignable.includes(id));
}

/** Assigns staff members to a new visit. */
export async function assignToVisit(
  unit: Unit,
  job: Job,
  visit: Visit,
  staffIds: string[],
  field: string,
): Promise<void> {
  const members = await findStaff(unit, job.businessId, staffIds, field);
  refuseRolesThatStayOffJobs(members, field);
  for (const member of members) add(unit, job, member, visit);
}

function add({ em }: Unit, job: Job, staffMember: StaffMember, visit: Visit | null): void {
  em.create(Assignment, {
    businessId: job.businessId,
    job,
    staffMember,
    visit,
  });
}

/** The active staff members with these IDs. Throws VALIDATION_FAILED when one does not exist. */
export async function findStaff(
  unit: Unit,
  businessId: string,
  ids: string[],
  field: string,
): Promise<StaffMember[]> {
  const uniqueIds = [...new Set(ids)];
  if (!uniqueIds.every(isUuid)) throw noSuchMember(field);
  const members = await unit.em.find(StaffMember, {
    id: { $in: uniqueIds },
    businessId,
    removedAt: null,
  });
  if (members.length < uniqueIds.length) throw noSuchMember(field);
  return members;
}

/** Throws VALIDATION_FAILED for members whose role cannot be put on jobs. */
export function refuseRolesThatStayOffJobs(members: StaffMember[], field: string): void {
  const refused = members.find(({ role }) => !may(role, 'BE_ASSIGNED'));
  if (!refused) return;
  throw invalid(
    field,
    `${refused.name} cannot be put on a job or a visit in their role; choose somebody else.`,
  );
}

function noSuchMember(field: string) {
  return invalid(field, 'There is no such staff member; choose some of yours.');
}
