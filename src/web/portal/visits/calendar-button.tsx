import { useState } from 'react';
import { Button } from '../../design/button';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';

interface CalendarButtonProps {
  visit: { id: string; startsAt: string; endsAt: string };
  isCancelled: boolean;
  jobTitle: string;
  siteAddress: string | null;
}

/** Downloads a calendar file that adds the visit, or removes a cancelled one. */
export function CalendarButton({ visit, ...entry }: CalendarButtonProps) {
  const { strings } = useTexts();
  const { businessName, businessEmail, version, formats } = usePortalPage();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    try {
      // Loaded on demand: few readers need it.
      const { saveCalendarEntry } = await import('./calendar-entry');
      const { id, startsAt, endsAt } = visit;
      const business = { businessName, businessEmail, version };
      saveCalendarEntry({ id, startsAt, endsAt, ...entry, ...business });
      setProblem(null);
    } catch {
      setProblem(strings.calendarFailed);
    }
  };
  return (
    <div>
      <Button variant="quiet" onClick={save}>
        {entry.isCancelled ? strings.removeFromCalendar : strings.addToCalendar}
        <span className="visually-hidden">: {formats.day(visit.startsAt)}</span>
      </Button>
      {problem && (
        <p className="notice wrong" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
