import type { CSSProperties } from 'react';
import { fromLocalTime } from '../jobs/tabs/local-time';
import { useViewer } from '../session/viewer';
import { calendarStrings as texts } from './calendar-strings';
import { noonOf, todayIn } from './days';
import {
  type CalendarVisit,
  doubleBooked,
  hoursOf,
  type PlacedVisit,
  visitsOn,
} from './placed-visits';
import { type BlockActions, VisitBlock } from './visit-block';

interface GridProps extends BlockActions {
  days: string[];
  visits: readonly CalendarVisit[];
}

/** Visits of some days at their hours, one column a day. */
export function WeekGrid({ days, visits, ...actions }: GridProps) {
  const { timeZone } = useViewer().business;
  const placed = days.map((day) => visitsOn(day, visits, timeZone));
  const hours = hoursOf(placed);
  const booked = doubleBooked(visits);
  const size = { '--days': days.length, '--hours': hours.last - hours.first } as CSSProperties;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, with the keys too. */}
      <section className="calendar" style={size} aria-label={texts.visits} tabIndex={0}>
        <Hours day={days[0] ?? ''} {...hours} />
        {days.map((day, column) => (
          <DayColumn
            key={day}
            {...{ day, column, columns: days.length, hours, booked, ...actions }}
            placed={placed[column] ?? []}
          />
        ))}
      </section>
      {booked.size > 0 && (
        <p className="small double-booked-mark">
          {texts.doubleBookedMark} {texts.doubleBooked}
        </p>
      )}
    </>
  );
}

function Hours({ day, first, last }: { day: string; first: number; last: number }) {
  const { formats, business } = useViewer();
  const hours = Array.from({ length: last - first }, (_, index) => twoDigits(first + index));
  return (
    <div className="calendar-hours" aria-hidden="true">
      {hours.map((hour) => (
        <span key={hour}>
          {formats.time(fromLocalTime(`${day}T${hour}:00`, business.timeZone))}
        </span>
      ))}
    </div>
  );
}

const twoDigits = (hour: number) => `${hour}`.padStart(2, '0');

interface ColumnProps extends BlockActions {
  day: string;
  column: number;
  columns: number;
  hours: { first: number; last: number };
  booked: Set<string>;
  placed: PlacedVisit[];
}

function DayColumn({ day, booked, placed, ...rest }: ColumnProps) {
  const { formats, business } = useViewer();
  const noon = noonOf(day, business.timeZone);
  const isToday = day === todayIn(business.timeZone);
  return (
    <div className={isToday ? 'calendar-day today' : 'calendar-day'}>
      <h2 aria-label={formats.day(noon)} aria-current={isToday ? 'date' : undefined}>
        <span className="muted">{formats.weekday(noon)}</span> {formats.dayOfMonth(noon)}
      </h2>
      <ul>
        {placed.map((part) => (
          <VisitBlock
            key={part.visit.id}
            placed={part}
            {...rest}
            isDoubleBooked={booked.has(part.visit.id)}
          />
        ))}
      </ul>
    </div>
  );
}
