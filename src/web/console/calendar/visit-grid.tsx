import type { CSSProperties } from 'react';
import { fromLocalTime } from '../jobs/tabs/local-time';
import { useViewer } from '../session/viewer';
import { calendarStrings as texts } from './calendar-strings';
import { type Column, visitsFor } from './columns';
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
  columns: Column[];
  visits: readonly CalendarVisit[];
}

/** Visits at their hours, in columns. */
export function VisitGrid({ columns, visits, ...actions }: GridProps) {
  const { timeZone } = useViewer().business;
  const placed = columns.map((column) => visitsOn(column.day, visitsFor(column, visits), timeZone));
  const hours = hoursOf(placed);
  const booked = doubleBooked(visits);
  const size = {
    '--columns': columns.length,
    '--hours': hours.last - hours.first,
  } as CSSProperties;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, with the keys too. */}
      <section className="calendar" style={size} aria-label={texts.visits} tabIndex={0}>
        <Hours day={columns[0]?.day ?? ''} {...hours} />
        {columns.map(({ day, person }, column) => (
          <VisitColumn
            key={`${day} ${person?.id}`}
            {...{ column, columns, hours, booked, ...actions }}
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
  column: number;
  columns: Column[];
  hours: { first: number; last: number };
  booked: Set<string>;
  placed: PlacedVisit[];
}

function VisitColumn({ booked, placed, ...rest }: ColumnProps) {
  const { timeZone } = useViewer().business;
  const { day, person } = rest.columns[rest.column] as Column;
  const isToday = person === undefined && day === todayIn(timeZone);
  return (
    <div className={isToday ? 'calendar-day today' : 'calendar-day'}>
      {person === undefined ? (
        <DayHeading noon={noonOf(day, timeZone)} isToday={isToday} />
      ) : (
        <h2>
          <bdi>{person?.name ?? texts.nobody}</bdi>
        </h2>
      )}
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

function DayHeading({ noon, isToday }: { noon: string; isToday: boolean }) {
  const { formats } = useViewer();
  return (
    <h2 aria-label={formats.day(noon)} aria-current={isToday ? 'date' : undefined}>
      <span className="muted">{formats.weekday(noon)}</span> {formats.dayOfMonth(noon)}
    </h2>
  );
}
