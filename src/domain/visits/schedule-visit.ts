import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { assignToVisit, membersOfJob } from '../jobs/assign-staff.js';
import type { Job } from '../jobs/job.entity.js';
import { lockJob, staffOf } from '../jobs/lock-job.js';
import { Visit } from './visit.entity.js';
import type { ScheduleVisitInput } from './visit.inputs.js';
import { repeatedTimes } from './visit-times.js';

/**
 * Schedules a visit, or several that repeat, for the people of the job unless others are given, and sets the status of a new
 * job to SCHEDULED.
 */
export async function scheduleVisit(unit: Unit, input: ScheduleVisitInput) {
  const job = await lockJob(unit, input.jobId);
  const assigneeIds = input.assigneeIds ?? (await membersOfJob(unit, job));
  const visits = timesOf(unit, input).map((times) => addVisit(unit, job, times));
  for (const visit of visits)
    await assignToVisit(unit, job, visit, assigneeIds, 'input.assigneeIds');
  job.becomeScheduled();
  return { visit: visits[0] as Visit, visits, job };
}

function timesOf(unit: Unit, { startsAt, endsAt, repeat }: ScheduleVisitInput) {
  if (!repeat) return [{ startsAt, endsAt }];
  return repeatedTimes(startsAt, endsAt, repeat, staffOf(unit).timeZone);
}

function addVisit(unit: Unit, job: Job, times: { startsAt: Date; endsAt: Date }): Visit {
  return unit.em.create(Visit, { businessId: job.businessId, job, ...times }, { partial: true });
}
