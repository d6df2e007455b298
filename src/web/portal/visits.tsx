import type { ReactNode } from 'react';
import { Badge } from '../design/badge';
import { Card } from '../design/card';
import type { JobOfPortalFragment } from '../gen/operations';
import { CalendarButton } from './calendar-button';
import { usePortalPage } from './portal-context';
import { words } from './words';

type Visit = JobOfPortalFragment['visits'][number];
type CancelledVisit = JobOfPortalFragment['cancelledVisits'][number];

interface VisitsParts {
  visits: Visit[];
  cancelled: CancelledVisit[];
  jobTitle: string;
  siteAddress: string | null;
}

/** When somebody comes: what is ahead first, what is over folded away. A cancelled visit stays until its day is over. */
export function Visits({ visits, cancelled, ...job }: VisitsParts) {
  const { timeZone } = usePortalPage();
  const now = new Date().toISOString();
  const today = dayIn(timeZone, now);
  const ahead = visits.filter(({ endsAt }) => endsAt >= now);
  const past = visits.filter(({ endsAt }) => endsAt < now).reverse();
  const off = cancelled.filter(({ endsAt }) => dayIn(timeZone, endsAt) >= today);
  if (visits.length === 0 && off.length === 0) return null;
  const isElsewhere = timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Card title={words.visits}>
      <ul className="visits">
        {ahead.map((visit) => (
          <VisitTimes key={visit.id} visit={visit}>
            {visit.movedFrom && <MovedFrom time={visit.movedFrom} />}
            <CalendarButton visit={visit} isCancelled={false} {...job} />
          </VisitTimes>
        ))}
        {off.map((visit) => (
          <VisitTimes key={visit.id} visit={visit} isCancelled>
            <CancelledNote time={visit.startsAt} />
            <CalendarButton visit={visit} isCancelled {...job} />
          </VisitTimes>
        ))}
      </ul>
      {past.length > 0 && (
        <details open={ahead.length === 0 && off.length === 0}>
          <summary>{words.pastVisits(past.length)}</summary>
          <ul className="visits past">
            {past.map((visit) => (
              <VisitTimes key={visit.id} visit={visit} />
            ))}
          </ul>
        </details>
      )}
      {isElsewhere && <p className="soft small">{words.visitIn(timeZone.replaceAll('_', ' '))}</p>}
    </Card>
  );
}

interface VisitTimesParts {
  visit: CancelledVisit;
  isCancelled?: boolean;
  children?: ReactNode;
}

function VisitTimes({ visit, isCancelled = false, children }: VisitTimesParts) {
  const { inWords } = usePortalPage();
  const { startsAt, endsAt } = visit;
  const isOneDay = inWords.day(startsAt) === inWords.day(endsAt);
  const end = isOneDay ? inWords.time(endsAt) : `${inWords.day(endsAt)}, ${inWords.time(endsAt)}`;
  const time = (
    <time dateTime={startsAt}>
      <strong>{inWords.day(startsAt)}</strong>
      <br />
      {words.until(inWords.time(startsAt), end)}
    </time>
  );
  return (
    <li className={isCancelled ? 'visit cancelled' : 'visit'}>
      <p className="leaf" aria-hidden="true">
        <span>{inWords.month(startsAt)}</span>
        {inWords.dayOfMonth(startsAt)}
      </p>
      <div>
        {isCancelled ? <s>{time}</s> : time}
        {children}
      </div>
    </li>
  );
}

function MovedFrom({ time }: { time: string }) {
  const { inWords } = usePortalPage();
  return <p className="soft small">{words.movedFrom(inWords.visitStart(time))}</p>;
}

function CancelledNote({ time }: { time: string }) {
  const { inWords } = usePortalPage();
  return (
    <p>
      <Badge tone="wrong">{words.cancelled}</Badge>{' '}
      <span className="small">{words.wasCancelled(inWords.visitStart(time))}</span>
    </p>
  );
}

/** The calendar day of a moment; the Swedish way of writing a day sorts as text. */
function dayIn(timeZone: string, time: string): string {
  return new Date(time).toLocaleDateString('sv-SE', { timeZone });
}
