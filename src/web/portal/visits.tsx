import { useState } from 'react';
import { Button } from '../design/button';
import { Card } from '../design/card';
import type { JobOfPortalFragment } from '../gen/operations';
import { usePortalPage } from './portal-context';
import { words } from './words';

type Visit = JobOfPortalFragment['visits'][number];

interface VisitsParts {
  visits: Visit[];
  jobTitle: string;
  siteAddress: string | null;
}

/** When somebody comes: what is ahead first, what is over folded away. */
export function Visits({ visits, ...job }: VisitsParts) {
  const { timeZone } = usePortalPage();
  if (visits.length === 0) return null;
  const now = new Date().toISOString();
  const ahead = visits.filter(({ endsAt }) => endsAt >= now);
  const past = visits.filter(({ endsAt }) => endsAt < now).reverse();
  const isElsewhere = timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Card title={words.visits}>
      <ul className="visits">
        {ahead.map((visit) => (
          <VisitTimes key={visit.id} visit={visit}>
            <AddToCalendar visit={visit} {...job} />
          </VisitTimes>
        ))}
      </ul>
      {past.length > 0 && (
        <details open={ahead.length === 0}>
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

function VisitTimes({ visit, children }: { visit: Visit; children?: React.ReactNode }) {
  const { inWords } = usePortalPage();
  const { startsAt, endsAt } = visit;
  const isOneDay = inWords.day(startsAt) === inWords.day(endsAt);
  const end = isOneDay ? inWords.time(endsAt) : `${inWords.day(endsAt)}, ${inWords.time(endsAt)}`;
  return (
    <li className="visit">
      <p className="leaf" aria-hidden="true">
        <span>{inWords.month(startsAt)}</span>
        {inWords.dayOfMonth(startsAt)}
      </p>
      <div>
        <time dateTime={startsAt}>
          <strong>{inWords.day(startsAt)}</strong>
          <br />
          {words.until(inWords.time(startsAt), end)}
        </time>
        {children}
      </div>
    </li>
  );
}

function AddToCalendar({
  visit,
  jobTitle,
  siteAddress,
}: { visit: Visit } & Omit<VisitsParts, 'visits'>) {
  const { businessName, inWords } = usePortalPage();
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    try {
      // Few people need it, so it comes only when asked for.
      const { saveCalendarEntry } = await import('./calendar-entry');
      saveCalendarEntry({ ...visit, jobTitle, siteAddress, businessName });
      setProblem(null);
    } catch {
      setProblem(words.calendarFailed);
    }
  };
  return (
    <div>
      <Button look="quiet" onClick={add}>
        {words.addToCalendar}
        <span className="unseen">: {inWords.day(visit.startsAt)}</span>
      </Button>
      {problem && (
        <p className="notice wrong" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
