import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { assignToVisit } from '../jobs/assign-staff.js';
import { lockJob } from '../jobs/lock-job.js';
import { Visit } from './visit.entity.js';
import type { ScheduleVisitInput } from './visit.inputs.js';

/** Schedules a visit and sets the status of a new job to SCHEDULED. */
export async function scheduleVisit(unit: Unit, input: ScheduleVisitInput) {
  const { startsAt, endsAt, assigneeIds } = input;
  const job = await lockJob(unit, input.jobId);
  const visit = unit.em.create(
    Visit,
    { businessId: job.businessId, job, startsAt, endsAt },
    { partial: true },
  );
  if (assigneeIds) await assignToVisit(unit, job, visit, assigneeIds, 'input.assigneeIds');
  job.becomeScheduled();
  return { visit, job };
}
