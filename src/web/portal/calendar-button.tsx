import { useState } from 'react';
import { Button } from '../design/button';
import { usePortalPage } from './portal-context';
import { words } from './words';

interface CalendarButtonParts {
  visit: { id: string; startsAt: string; endsAt: string };
  isCancelled: boolean;
  jobTitle: string;
  siteAddress: string | null;
}

/** Saves a visit for the reader's calendar, or the file that takes a cancelled one out of it. */
export function CalendarButton({ visit, ...entry }: CalendarButtonParts) {
  const { businessName, businessEmail, version, inWords } = usePortalPage();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    try {
      // Few people need it, so it comes only when asked for.
      const { saveCalendarEntry } = await import('./calendar-entry');
      const { id, startsAt, endsAt } = visit;
      const business = { businessName, businessEmail, version };
      saveCalendarEntry({ id, startsAt, endsAt, ...entry, ...business });
      setProblem(null);
    } catch {
      setProblem(words.calendarFailed);
    }
  };
  return (
    <div>
      <Button look="quiet" onClick={save}>
        {entry.isCancelled ? words.removeFromCalendar : words.addToCalendar}
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
