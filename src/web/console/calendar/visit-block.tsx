import type { CSSProperties } from 'react';
import { isolated } from '../../design/text/isolated';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { calendarStrings as texts } from './calendar-strings';
import { type Change, type Column, changeBetween } from './columns';
import type { CalendarVisit, PlacedVisit } from './placed-visits';
import { type Shift, useDrag } from './use-drag';

export interface BlockActions {
  onOpen: (visit: CalendarVisit) => void;
  onMove: (visit: CalendarVisit, change: Change) => void;
}

interface BlockProps extends BlockActions {
  placed: PlacedVisit;
  hours: { first: number; last: number };
  column: number;
  columns: Column[];
  isDoubleBooked: boolean;
}

/** A visit at its hours: opens its dialog, and can be dragged. */
export function VisitBlock({ placed, hours, column, columns, ...rest }: BlockProps) {
  const { isDoubleBooked, onOpen, onMove } = rest;
  const { may, business, formats } = useViewer();
  const { visit, from, to, lane, lanes } = placed;
  const minutes = (hours.last - hours.first) * 60;
  const changeBy = (dropped: Shift) => {
    const home = columns[column] as Column;
    const target = columns[column + dropped.columns] ?? home;
    return changeBetween(visit, [home, target], dropped.minutes, business.timeZone);
  };
  const { shift, handlers, wasDragged, block } = useDrag({
    isEnabled: may('WRITE_JOBS'),
    ...{ column, columns: columns.length, from, minutes },
    onDrop: (dropped) => onMove(visit, changeBy(dropped)),
  });
  const times = shift ? changeBy(shift) : visit;
  const percent = (part: number) => `${part * 100}%`;
  const place: CSSProperties = {
    top: percent((from - hours.first * 60) / minutes),
    height: percent((to - from) / minutes),
    left: percent(lane / lanes),
    width: percent(1 / lanes),
    transform: shift ? `translate(${shift.x}px, ${shift.y}px)` : undefined,
  };
  const look = `visit-block${isDoubleBooked ? ' double-booked' : ''}${shift ? ' dragged' : ''}`;
  return (
    <li className={look} style={place}>
      <button
        type="button"
        ref={block}
        {...handlers}
        onClick={() => {
          if (!wasDragged.current) onOpen(visit);
        }}
      >
        <span>
          {isDoubleBooked && (
            <span className="double-booked-mark">
              <span aria-hidden="true">{texts.doubleBookedMark}</span>
              <span className="visually-hidden">{texts.doubleBooked}</span>
            </span>
          )}
          <strong>
            <bdi>{visit.job?.title}</bdi>
          </strong>{' '}
          <span className="visit-time">
            {strings.timeRange(formats.time(times.startsAt), formats.time(times.endsAt))}
          </span>
          <span className="muted block">{namesOf(visit)}</span>
        </span>
      </button>
    </li>
  );
}

/** Who goes, as a list of names. */
export function namesOf({ assignees }: CalendarVisit): string {
  return assignees?.map(({ name }) => isolated(name)).join(', ') || texts.nobody;
}
