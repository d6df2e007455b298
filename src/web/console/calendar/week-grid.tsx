import type { CSSProperties } from 'react';
import { fromLocalTime } from '../jobs/tabs/local-time';
import { useViewer } from '../session/viewer';
import { calendarStrings as texts } from './calendar-strings';
import { noonOf, todayIn } from './days';
import { type CalendarVisit, doubleBooked, hoursOf, visitsOn } from './placed-visits';
import { type BlockActions, VisitBlock } from './visit-block';

interface GridProps extends BlockActions {
  days: string[];
  visits: readonly CalendarVisit[];
}

/** Visits of some days at their hours, one column a day. */
export function WeekGrid({ days, visits, ...actions }: GridProps) {
  const { business, formats } = useViewer();
  const { timeZone } = business;
  const placed = days.map((day) => visitsOn(day, visits, timeZone));
  const hours = hoursOf(placed);
  const booked = doubleBooked(visits);
  const today = todayIn(timeZone);
  const size = { '--days': days.length, '--hours': hours.last - hours.first } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, with the keys too.
    <section className="calendar" style={size} aria-label={texts.visits} tabIndex={0}>
      <div className="calendar-hours" aria-hidden="true">
        {hoursBetween(hours).map((hour) => (
          <span key={hour}>{formats.time(fromLocalTime(`${days[0]}T${hour}:00`, timeZone))}</span>
        ))}
      </div>
      {days.map((day, column) => {
        const noon = noonOf(day, timeZone);
        const isToday = day === today;
        return (
          <div key={day} className={isToday ? 'calendar-day today' : 'calendar-day'}>
            <h2 aria-label={formats.day(noon)} aria-current={isToday ? 'date' : undefined}>
              <span className="muted">{formats.weekday(noon)}</span> {formats.dayOfMonth(noon)}
            </h2>
            <ul>
              {placed[column]?.map((part) => (
                <VisitBlock
                  key={part.visit.id}
                  placed={part}
                  {...{ hours, column, columns: days.length, ...actions }}
                  isDoubleBooked={booked.has(part.visit.id)}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** Hours from the first to before the last, with two digits. */
function hoursBetween({ first, last }: { first: number; last: number }): string[] {
  return Array.from({ length: last - first }, (_, index) => `${first + index}`.padStart(2, '0'));
}
