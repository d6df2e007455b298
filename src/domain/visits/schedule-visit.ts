import type { Unit } from '../../database/unit-of-work.js';
import { assignToVisit } from '../jobs/assign-staff.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { Visit } from './visit.entity.js';
import type { ScheduleVisitInput } from './visit.inputs.js';
import { checkTimes } from './visit-times.js';

/** Puts a visit on the calendar; a new job becomes a scheduled one. */
export async function scheduleVisit(unit: Unit, input: ScheduleVisitInput) {
  const { startsAt, endsAt, assigneeIds } = input;
  checkTimes(startsAt, endsAt, 'input.endsAt');
  const job = await jobToChange(unit, input.jobId);
  const visit = unit.em.create(
    Visit,
    { businessId: job.businessId, job, startsAt, endsAt },
    { partial: true },
  );
  if (assigneeIds) await assignToVisit(unit, job, visit, assigneeIds, 'input.assigneeIds');
  job.becomeScheduled();
  return { visit, job };
}
