import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { gatheringEmail } from '../../../email/outbox/gather-email.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { SIGNS_IN, StaffMember } from '../../staff/staff-member.entity.js';
import { VISIT_MAIL } from './visit-mail.js';
import type { Times, VisitMailData, VisitNotice } from './visit-notice.js';

/** Changes of a visit in one transaction. */
export interface TouchedVisit {
  /** Times before; null: it was cancelled; undefined: they were not changed. */
  before: Times | null | undefined;
  /** IDs of staff members who were put on it, and of those who were taken off. */
  on: Set<string>;
  off: Set<string>;
}

interface VisitRow extends Times {
  id: string;
  title: string;
  isCancelled: boolean;
  assigneeIds: string[];
}

/**
 * Adds these changes, made by a staff member, to the next visit email of each colleague concerned. Nobody is told of
 * their own change, nor of a visit that is over, nor of what the demo was seeded with.
 */
export async function notifyAssignees(
  unit: Unit,
  touched: Map<string, TouchedVisit>,
  seconds: number,
): Promise<void> {
  if (unit.actor?.kind !== 'STAFF') return;
  const { staffId: actorId } = unit.actor;
  const visits = await unit.sql.rows<VisitRow>(VISITS, [[...touched.keys()]]);
  const notices = new Map<string, Record<string, VisitNotice>>();
  for (const visit of visits) {
    const changes = touched.get(visit.id) as TouchedVisit;
    for (const staffId of concerned(actorId, visit, changes)) {
      const before = beforeFor(staffId, visit, changes);
      if (isOver(before, visit, unit.now)) continue;
      const notice = { before, title: visit.title, sequence: 0 };
      notices.set(staffId, { ...notices.get(staffId), [visit.id]: notice });
    }
  }
  if (notices.size === 0) return;
  const [next] = await unit.sql.rows<{ sequence: number }>(NEXT_SEQUENCE, []);
  for (const member of await activeMembers(unit, [...notices.keys()])) {
    const own = Object.entries(notices.get(member.id) ?? {}).map(([id, notice]) => [
      id,
      { ...notice, sequence: next?.sequence },
    ]);
    await gather(unit, member, Object.fromEntries(own), seconds);
  }
  await unit.em.flush();
}

const VISITS = `
  select v.id, j.title, to_json(v.starts_at) #>> '{}' as "startsAt", to_json(v.ends_at) #>> '{}' as "endsAt",
    v.cancelled_at is not null as "isCancelled",
    (select coalesce(json_agg(a.staff_member_id), '[]') from assignments a where a.visit_id = v.id) as "assigneeIds"
  from visits v join jobs j on j.id = v.job_id where v.id = any($1::uuid[]) order by v.id`;

const NEXT_SEQUENCE = `select nextval('visit_notice_sequence')::int as sequence`;

function concerned(
  actorId: string,
  { assigneeIds }: VisitRow,
  { on, off }: TouchedVisit,
): string[] {
  return [...new Set([...assigneeIds, ...on, ...off])].filter((id) => id !== actorId);
}

/** What this person was on before: the earlier times, or null. */
function beforeFor(staffId: string, visit: VisitRow, { before, on }: TouchedVisit): Times | null {
  if (on.has(staffId)) return null;
  if (before !== undefined) return before;
  const { startsAt, endsAt, isCancelled } = visit;
  return isCancelled ? null : { startsAt, endsAt };
}

function isOver(before: Times | null, { endsAt }: Times, now: Date): boolean {
  return [before?.endsAt ?? endsAt, endsAt].every((end) => new Date(end) <= now);
}

function activeMembers({ em }: Unit, ids: string[]): Promise<StaffMember[]> {
  return em.find(StaffMember, { id: { $in: ids }, ...SIGNS_IN }, { orderBy: { id: 'asc' } });
}

/** Adds to the email that waits for this person, which keeps what they knew before the first change. */
async function gather(
  { em, now }: Unit,
  { id: staffId, businessId, email }: StaffMember,
  notices: Record<string, VisitNotice>,
  seconds: number,
): Promise<void> {
  const mail = { businessId, jobId: null, kind: VISIT_MAIL, recipient: email };
  // Changes of two jobs at once must not begin two emails. The members come in order, so this cannot deadlock.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`visits:${staffId}`]);
  const waiting = await gatheringEmail(em, { ...mail, about: { staffId } });
  if (!waiting) {
    // The queue uses the database's clock, so the clock of the unit of work must not be used here.
    const runAt = new Date(Date.now() + seconds * 1000);
    await queueEmail(em, { ...mail, data: { staffId, visits: notices }, runAt, now });
    return;
  }
  const { visits } = waiting.data as unknown as VisitMailData;
  const merged = Object.entries(notices).map(([id, notice]) => [
    id,
    { ...notice, ...visits[id], sequence: notice.sequence },
  ]);
  waiting.data = { staffId, visits: { ...visits, ...Object.fromEntries(merged) } };
}
