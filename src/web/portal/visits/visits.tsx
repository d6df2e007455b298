import type { ReactNode } from 'react';
import { Badge } from '../../design/badge';
import type { PortalJobFragment } from '../../gen/portal-operations';
import { NewMark } from '../news/new-mark';
import { usePortalPage } from '../portal-context';
import { Fold } from '../sections/fold';
import { Section } from '../sections/section';
import { useTexts } from '../texts';
import { CalendarButton } from './calendar-button';
import { isStillListed } from './still-listed';

type Visit = PortalJobFragment['visits'][number];
type CancelledVisit = PortalJobFragment['cancelledVisits'][number];
/** A visit as listed; one that was cancelled stays in its place. */
type ListedVisit = CancelledVisit & Partial<Visit> & { isCancelled: boolean };

interface VisitsProps {
  visits: Visit[];
  cancelled: CancelledVisit[];
  jobTitle: string;
  siteAddress: string | null;
}

/**
 * Visits that are not over yet by time, cancelled ones struck out among them; earlier ones are folded. A cancelled visit
 * is listed for two weeks after the time that it had.
 */
export function Visits({ visits, cancelled, ...job }: VisitsProps) {
  const { strings, pageStrings } = useTexts();
  const { timeZone } = usePortalPage();
  const now = new Date().toISOString();
  const listed = inOrder(visits, cancelled);
  const ahead = listed.filter(({ endsAt }) => endsAt >= now);
  const past = listed.filter(({ endsAt }) => endsAt < now).reverse();
  if (listed.length === 0) return null;
  const isOtherTimeZone = timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Section name="visits" title={strings.visits}>
      <Fold
        items={[...ahead, ...past]}
        // A job whose visits are all over shows the last one.
        shown={ahead.length || 1}
        isStrict
        more={pageStrings.more.visits}
        keyOf={({ id }) => id}
        list={(items) => <ul className="visits">{items}</ul>}
        item={(visit, folded, index) => (
          <OneVisit visit={visit} isPast={index >= ahead.length} folded={folded} job={job} />
        )}
      />
      {isOtherTimeZone && <p className="muted small">{strings.timeZoneNote(timeZone)}</p>}
    </Section>
  );
}

function inOrder(visits: Visit[], cancelled: CancelledVisit[]): ListedVisit[] {
  return [
    ...visits.map((visit) => ({ ...visit, isCancelled: false })),
    ...cancelled.filter(isStillListed).map((visit) => ({ ...visit, isCancelled: true })),
  ].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

interface OneVisitProps {
  visit: ListedVisit;
  isPast: boolean;
  folded: string;
  job: Omit<VisitsProps, 'visits' | 'cancelled'>;
}

function OneVisit({ visit, isPast, folded, job }: OneVisitProps) {
  const { isCancelled, movedFrom } = visit;
  return (
    <VisitTimes
      visit={visit}
      className={`visit ${isCancelled ? 'cancelled' : ''} ${isPast ? 'past' : ''} ${folded}`}
    >
      {isCancelled && <CancelledNote time={visit.startsAt} />}
      {!isCancelled && !isPast && movedFrom && <MovedFrom time={movedFrom} />}
      {!isPast && <CalendarButton visit={visit} isCancelled={isCancelled} {...job} />}
    </VisitTimes>
  );
}

interface VisitTimesProps {
  visit: ListedVisit;
  className: string;
  children: ReactNode;
}

function VisitTimes({ visit, className, children }: VisitTimesProps) {
  const { strings } = useTexts();
  const { formats } = usePortalPage();
  const { startsAt, endsAt, isCancelled } = visit;
  const isOneDay = formats.day(startsAt) === formats.day(endsAt);
  const endTime = formats.time(endsAt);
  const end = isOneDay ? endTime : strings.dayAndTime(formats.day(endsAt), endTime);
  const time = (
    <time dateTime={startsAt}>
      <strong>{formats.day(startsAt)}</strong>
      <br />
      {strings.until(formats.time(startsAt), end)}
    </time>
  );
  return (
    <li className={className}>
      <p className="calendar-date" aria-hidden="true">
        <span>{formats.month(startsAt)}</span>
        {formats.dayOfMonth(startsAt)}
      </p>
      <div>
        {isCancelled ? <s>{time}</s> : time}
        <NewMark section="visits" id={visit.id} />
        {children}
      </div>
    </li>
  );
}

function MovedFrom({ time }: { time: string }) {
  const { strings } = useTexts();
  const { formats } = usePortalPage();
  return <p className="muted small">{strings.movedFrom(formats.visitStart(time))}</p>;
}

function CancelledNote({ time }: { time: string }) {
  const { strings } = useTexts();
  const { formats } = usePortalPage();
  return (
    <p>
      <Badge tone="wrong">{strings.cancelled}</Badge>{' '}
      <span className="small">{strings.wasCancelled(formats.visitStart(time))}</span>
    </p>
  );
}
