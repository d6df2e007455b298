import type { Lookup, Reader } from '../../database/reader/reader.js';
import { Job } from '../jobs/job.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from './visit.entity.js';

export interface AssignedIds {
  visitId: string;
  jobId: string;
  staffId: string;
}

export const MAX_OVERLAPS = 50;

/** Lookup by visit ID: the other visits of its assignees at the same time, earliest first. */
export const overlapsOfVisit: Lookup<AssignedIds[]> = {
  sql: `
    select m.id, ${listOf(`
      visits o
      join assignments oa on oa.visit_id = o.id
      join assignments a on a.staff_member_id = oa.staff_member_id and a.visit_id <> o.id
      join visits v on v.id = a.visit_id and v.cancelled_at is null and v.starts_at < o.ends_at and v.ends_at > o.starts_at
      where o.id = m.id and o.business_id = $1 and o.cancelled_at is null`)} as found
    from unnest($2::uuid[]) m(id)`,
  answer: ({ found }) => found as AssignedIds[],
};

/** A plan for which overlapping visits are wanted. */
export interface PlannedVisit {
  startsAt: Date;
  endsAt: Date;
  assigneeIds: string[];
  exceptVisitId: string | null;
}

/** Lookup by the key of a plan ({@link keyOfPlan}): the visits of these people at that time, earliest first. */
export const overlapsOfPlan: Lookup<AssignedIds[]> = {
  sql: `
    select m.id, ${listOf(`
      json_array_elements_text(m.id::json -> 2) s(id)
      join assignments a on a.staff_member_id = s.id::uuid and a.business_id = $1
      join visits v on v.id = a.visit_id and v.cancelled_at is null and v.id is distinct from (m.id::json ->> 3)::uuid
        and v.starts_at < to_timestamp((m.id::json ->> 1)::float8 / 1000)
        and v.ends_at > to_timestamp((m.id::json ->> 0)::float8 / 1000)`)} as found
    from unnest($2::text[]) m(id)`,
  answer: ({ found }) => found as AssignedIds[],
};

export function keyOfPlan({ startsAt, endsAt, assigneeIds, exceptVisitId }: PlannedVisit): string {
  return JSON.stringify([startsAt.getTime(), endsAt.getTime(), assigneeIds, exceptVisitId]);
}

function listOf(from: string): string {
  return `(
    select coalesce(json_agg(json_build_object('visitId', x.visit_id, 'jobId', x.job_id, 'staffId', x.staff_id)
      order by x.starts_at, x.visit_id, x.staff_id), '[]')
    from (select distinct v.starts_at, v.id as visit_id, v.job_id, a.staff_member_id as staff_id
      from ${from} order by 1, 2, 4 limit ${MAX_OVERLAPS}) x)`;
}

/** The rows of these visits; without those that the caller may not see. */
export async function assignedVisits(reader: Reader, found: AssignedIds[]) {
  const rows = await Promise.all(
    found.map(async ({ visitId, jobId, staffId }) => ({
      visit: await reader.find(Visit, visitId),
      job: await reader.find(Job, jobId),
      staffMember: await reader.find(StaffMember, staffId),
    })),
  );
  return rows.filter(({ visit, job, staffMember }) => visit && job && staffMember);
}
