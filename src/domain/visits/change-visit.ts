import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { assigneeIdsOf, reassignVisit } from '../jobs/assign-staff.js';
import { partOfJob } from '../jobs/lock-job.js';
import { Visit } from './visit.entity.js';
import { checkTimes } from './visit-times.js';

interface VisitChange {
  id: string;
  ifUnchangedSince: Date | null;
}

/** Changes the times of a visit, and who goes unless `assigneeIds` is null. */
export async function rescheduleVisit(
  unit: Unit,
  change: VisitChange & { startsAt: Date; endsAt: Date; assigneeIds: string[] | null },
) {
  const { startsAt, endsAt, assigneeIds } = change;
  checkTimes(startsAt, endsAt, 'endsAt');
  const given = { startsAt, endsAt, assigneeIds: assigneeIds ?? undefined };
  const { visit, job } = await unchangedVisit(unit, change, given);
  visit.reschedule(startsAt, endsAt);
  if (assigneeIds) await reassignVisit(unit, job, visit, assigneeIds, 'assigneeIds');
  return { visit, job };
}

/** Replaces the people on a visit. */
export async function assignVisit(unit: Unit, change: VisitChange & { assigneeIds: string[] }) {
  const { assigneeIds } = change;
  const { visit, job } = await unchangedVisit(unit, change, { assigneeIds });
  if (visit.cancelledAt) throw conflict('This visit was cancelled; schedule a new one.');
  await reassignVisit(unit, job, visit, assigneeIds, 'assigneeIds');
  return { visit, job };
}

/** The visit and its locked job. Throws CONFLICT if it was changed since the caller read it. */
async function unchangedVisit(unit: Unit, change: VisitChange, given: object) {
  const { part: visit, job } = await partOfJob(unit, Visit, change.id);
  const read = () => assigneeIdsOf(unit, { visit: visit.id });
  const parts = { assigneeIds: { field: 'assignees', read } };
  await refuseIfChanged(unit, visit, change.ifUnchangedSince, given, parts);
  return { visit, job };
}
