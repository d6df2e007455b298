import type { Config } from '../../../config/config.js';
import { momentFrom } from '../../../database/sql/moment.js';
import type { Change } from '../../../database/unit-of-work/change.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Watcher } from '../../../database/unit-of-work/watchers.js';
import { Assignment } from '../../jobs/assignment.entity.js';
import { Visit } from '../visit.entity.js';
import { notifyAssignees, type TouchedVisit } from './notify-assignees.js';
import type { Times } from './visit-notice.js';

/** Queues the emails to the staff concerned by changes of visits and of their assignees. */
export class VisitWatcher implements Watcher {
  constructor(private readonly config: Pick<Config, 'visitMailSeconds'>) {}

  watches(change: Change): boolean {
    return isMove(change) || isAssignmentOfVisit(change);
  }

  async settle(unit: Unit, changes: readonly Change[]): Promise<void> {
    const touched = new Map<string, TouchedVisit>();
    for (const change of changes) note(touched, change);
    if (touched.size > 0) await notifyAssignees(unit, touched, this.config.visitMailSeconds);
  }
}

function note(touched: Map<string, TouchedVisit>, change: Change): void {
  const { entity, kind } = change;
  if (isMove(change)) visitIn(touched, (entity as Visit).id).before ??= timesBefore(change);
  if (!isAssignmentOfVisit(change)) return;
  const { visit, staffMember } = entity as Assignment;
  noteAssignment(visitIn(touched, visit?.id ?? ''), staffMember.id, kind === 'create');
}

function visitIn(touched: Map<string, TouchedVisit>, visitId: string): TouchedVisit {
  const visit = touched.get(visitId) ?? { before: undefined, on: new Set(), off: new Set() };
  touched.set(visitId, visit);
  return visit;
}

function isMove({ entity, kind, after }: Change): boolean {
  return (
    entity instanceof Visit &&
    kind === 'update' &&
    ['startsAt', 'endsAt', 'cancelledAt'].some((field) => field in after)
  );
}

function isAssignmentOfVisit({ entity, kind }: Change): boolean {
  return entity instanceof Assignment && Boolean(entity.visit) && kind !== 'update';
}

/** Times before the change; null for a visit that was cancelled before. */
function timesBefore({ before }: Change): Times | null {
  const { startsAt, endsAt, cancelledAt } = before as Record<string, Date | string | null>;
  if (cancelledAt) return null;
  return { startsAt: isoOf(startsAt), endsAt: isoOf(endsAt) };
}

function isoOf(time: Date | string | null | undefined): string {
  return (typeof time === 'string' ? momentFrom(time) : (time as Date)).toISOString();
}

/** Being put on and taken off in one transaction is no change. */
function noteAssignment({ on, off }: TouchedVisit, staffId: string, isCreated: boolean): void {
  const [added, undone] = isCreated ? [on, off] : [off, on];
  if (!undone.delete(staffId)) added.add(staffId);
}
