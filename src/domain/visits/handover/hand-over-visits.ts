import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Assignment } from '../../jobs/assignment.entity.js';
import { lockJob } from '../../jobs/lock-job.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';

/** SQL condition of a visit that is still to be done at a time. */
export function isAheadSql(visit: string, now: string): string {
  return `${visit}.cancelled_at is null and ${visit}.ends_at > ${now}`;
}

/** Locks the jobs of somebody's visits ahead, before the staff member: every change locks its job first. */
export async function lockJobsAhead(unit: Unit, staffId: string): Promise<void> {
  const jobs = await unit.sql.rows<{ id: string }>(JOBS_AHEAD, [staffId, unit.now.toISOString()]);
  for (const { id } of jobs) await lockJob(unit, id);
}

const JOBS_AHEAD = `
  select distinct v.job_id as id from assignments a
  join visits v on v.id = a.visit_id and ${isAheadSql('v', '$2::timestamptz')}
  where a.staff_member_id = $1::uuid order by 1`;

/** Takes somebody off their visits ahead and puts somebody else on them; with null nobody. */
export async function handOverVisits(
  { em, now }: Unit,
  from: StaffMember,
  to: StaffMember | null,
): Promise<void> {
  const ahead = { visit: { cancelledAt: null, endsAt: { $gt: now } } };
  const leaving = await em.find(Assignment, { staffMember: from.id, ...ahead });
  const taken = to ? await em.find(Assignment, { staffMember: to.id, ...ahead }) : [];
  const takenIds = new Set(taken.map(({ visit }) => visit?.id));
  for (const assignment of leaving) {
    const { businessId, job, visit } = assignment;
    em.remove(assignment);
    if (to && !takenIds.has(visit?.id))
      em.create(Assignment, { businessId, job, visit, staffMember: to });
  }
}
