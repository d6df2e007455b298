import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import type { Place } from '../../../shareable/shareable.js';
import { may } from '../../../visibility/capabilities.js';
import { dayIn } from '../../business/business-day.js';
import type { DateOrder } from '../../business/date-order.js';
import type { StaffRole } from '../../staff/staff-member.entity.js';
import { visitSummary } from '../visit-summary.js';
import { calendarFile } from './visit-calendar.js';
import type { Times, VisitMailData, VisitNotice } from './visit-notice.js';

/** Kind of the email about a staff member's own visits. */
export const VISIT_MAIL = 'VISITS_TO_STAFF';

interface VisitMailRow {
  role: StaffRole;
  staffName: string;
  businessName: string;
  businessEmail: string | null;
  timeZone: string;
  dateOrder: DateOrder;
  visits: CurrentVisit[];
}

interface CurrentVisit extends Times {
  id: string;
  isCancelled: boolean;
  isAssigned: boolean;
  jobId: string;
  number: number;
  title: string;
  siteAddress: string | null;
}

/** A visit that its recipient is put on, that moved, or that is theirs no more. */
interface Change {
  kind: 'NEW' | 'MOVED' | 'OFF' | 'CANCELLED';
  notice: VisitNotice;
  visit: CurrentVisit;
}

/** Longer lists would be cut by mail programs. */
const MAX_CHANGES = 50;

defineEmail(VISIT_MAIL, async (db, email, { publicUrl }) => {
  const { staffId, visits } = email.data as unknown as VisitMailData;
  const { rows } = await db.executeQuery<VisitMailRow>(
    CompiledQuery.raw(QUERY, [staffId, Object.keys(visits)]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'Its recipient has left the business.' };
  if (!may(row.role, 'BE_ASSIGNED'))
    return { cancel: 'Its recipient has no visits in their role.' };
  const changes = row.visits.flatMap((visit) => changeOf(visit, visits[visit.id] as VisitNotice));
  if (changes.length === 0) return { cancel: 'In the end nothing changed for its recipient.' };
  const madeAt = new Date(email.createdAt);
  return templateOf(row, { changes, madeAt, publicUrl, recipient: email.recipient });
});

const QUERY = `
  select s.role, s.name as "staffName", b.name as "businessName", b.email as "businessEmail", b.time_zone as "timeZone", b.date_order as "dateOrder",
    (select coalesce(json_agg(json_build_object('id', v.id, 'startsAt', v.starts_at, 'endsAt', v.ends_at,
        'isCancelled', v.cancelled_at is not null, 'isAssigned', exists (select from assignments a
          where a.visit_id = v.id and a.staff_member_id = s.id),
        'jobId', j.id, 'number', j.number, 'title', j.title, 'siteAddress', j.site_address)
        order by v.starts_at, v.id), '[]')
      from visits v join jobs j on j.id = v.job_id
      where v.id = any($2::uuid[]) and v.business_id = s.business_id) as visits
  from staff_members s join businesses b on b.id = s.business_id
  where s.id = $1 and s.removed_at is null`;

function changeOf(visit: CurrentVisit, notice: VisitNotice): Change[] {
  const { before } = notice;
  const isOn = visit.isAssigned && !visit.isCancelled;
  const change = (kind: Change['kind']) => [{ kind, notice, visit }];
  if (!before) return isOn ? change('NEW') : [];
  if (!isOn) return change(visit.isCancelled && visit.isAssigned ? 'CANCELLED' : 'OFF');
  return isSame(before, visit) ? [] : change('MOVED');
}

function isSame(one: Times, other: Times): boolean {
  return (['startsAt', 'endsAt'] as const).every(
    (at) => +new Date(one[at]) === +new Date(other[at]),
  );
}

interface Content {
  changes: Change[];
  /** Time of the first change. The text must not depend on the time of sending. */
  madeAt: Date;
  publicUrl: string;
  recipient: string;
}

function templateOf(row: VisitMailRow, content: Content): EmailTemplate {
  const { businessName, businessEmail, staffName, timeZone, dateOrder } = row;
  const { changes, publicUrl } = content;
  const shown = changes.slice(0, MAX_CHANGES);
  const place = { timeZone, dateOrder, currency: '', today: dayIn(timeZone, content.madeAt) };
  const entries = shown.map((change) => inWords(change, place));
  const more = changes.length - shown.length;
  return {
    subject: changes.length === 1 ? String(entries[0]) : `${changes.length} changes of your visits`,
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading: 'Your visits have changed',
    paragraphs: [
      `Hello ${staffName},`,
      `The visits that ${businessName} has planned for you have changed. Times are those of ${timeZone.replaceAll('_', ' ')}.`,
    ],
    list: {
      title: 'What has changed',
      entries: more > 0 ? [...entries, `And ${more} more; sign in to see them.`] : entries,
    },
    button: { label: 'Open Jobglass', url: urlOf(publicUrl, changes) },
    attachments: shown.map(({ kind, notice, visit }, at) =>
      calendarFile({
        number: shown.length === 1 ? null : at + 1,
        isGone: isGone(kind),
        visitId: visit.id,
        sequence: notice.sequence,
        madeAt: content.madeAt,
        times: isGone(kind) ? (notice.before as Times) : visit,
        summary: isGone(kind) ? notice.title : visit.title,
        location: isGone(kind) ? null : visit.siteAddress,
        organizer: businessEmail ? { name: businessName, email: businessEmail } : null,
        attendee: { name: staffName, email: content.recipient },
      }),
    ),
    footer: `You get this mail because you work for ${businessName}. What is attached brings your calendar up to date.`,
  };
}

function isGone(kind: Change['kind']): boolean {
  return kind === 'OFF' || kind === 'CANCELLED';
}

function inWords({ kind, notice, visit }: Change, place: Place): string {
  const before = notice.before && visitSummary({ id: visit.id, ...notice.before }, place);
  const job = `job ${visit.number}, ${isGone(kind) ? notice.title : visit.title}`;
  if (kind === 'OFF') return `No longer yours: ${before}, ${job}`;
  if (kind === 'CANCELLED') return `Cancelled: ${before}, ${job}`;
  const now = visitSummary(visit, place);
  const site = visit.siteAddress ? `, ${visit.siteAddress}` : '';
  if (kind === 'NEW') return `New: ${now}, ${job}${site}`;
  return `Moved: ${now} (it was ${before}), ${job}${site}`;
}

/** The schedule of the job when all changes are of one job that the recipient sees. */
function urlOf(publicUrl: string, changes: Change[]): string {
  const jobIds = new Set(changes.map(({ visit }) => visit.jobId));
  const isSeen = changes.every(({ kind }) => !isGone(kind));
  return jobIds.size === 1 && isSeen
    ? `${publicUrl}/console#/jobs/${[...jobIds][0]}/schedule`
    : `${publicUrl}/console`;
}
