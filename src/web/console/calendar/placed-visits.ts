import type { CalendarVisitFragment } from '../../gen/operations';
import { toLocalTime } from '../jobs/tabs/local-time';
import { DAY_MINUTES } from './days';

export type CalendarVisit = CalendarVisitFragment;

/** The part of a visit that is on one day. Visits at the same time are in lanes beside each other. */
export interface PlacedVisit {
  visit: CalendarVisit;
  /** Minutes from midnight on the clock. */
  from: number;
  to: number;
  lane: number;
  lanes: number;
}

/** Shortest block that can be read and touched. */
const MIN_MINUTES = 30;

/** The visits of a day of the calendar, earliest first. */
export function visitsOn(
  day: string,
  visits: readonly CalendarVisit[],
  timeZone: string,
): PlacedVisit[] {
  const placed = visits
    .flatMap((visit) => partOn(day, visit, timeZone))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let group: PlacedVisit[] = [];
  for (const part of placed) {
    if (group.every(({ to }) => to <= part.from)) group = [];
    const taken = group.filter(({ to }) => to > part.from).map(({ lane }) => lane);
    part.lane = [...taken, -1].map((lane) => lane + 1).find((lane) => !taken.includes(lane)) ?? 0;
    group.push(part);
    const lanes = Math.max(...group.map(({ lane }) => lane + 1));
    for (const other of group) other.lanes = lanes;
  }
  return placed;
}

function partOn(day: string, visit: CalendarVisit, timeZone: string): PlacedVisit[] {
  const [start, end] = [visit.startsAt, visit.endsAt].map((time) => toLocalTime(time, timeZone));
  const from = minutesOn(day, start as string);
  const to = minutesOn(day, end as string);
  if (from >= DAY_MINUTES || to <= 0) return [];
  const shownTo = Math.min(Math.max(to, from + MIN_MINUTES), DAY_MINUTES);
  return [{ visit, from, to: shownTo, lane: 0, lanes: 1 }];
}

/** Minutes of a local time from midnight of a day: 0 when it is before, a whole day when it is after. */
function minutesOn(day: string, local: string): number {
  const date = local.slice(0, 10);
  if (date !== day) return date < day ? 0 : DAY_MINUTES;
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

/** IDs of the visits with somebody who is on another one at the same time. */
export function doubleBooked(visits: readonly CalendarVisit[]): Set<string> {
  const found = new Set<string>();
  const ahead: CalendarVisit[] = [];
  for (const visit of [...visits].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    for (const other of ahead) {
      if (other.endsAt <= visit.startsAt || !shareSomebody(visit, other)) continue;
      found.add(visit.id).add(other.id);
    }
    ahead.push(visit);
  }
  return found;
}

function shareSomebody(one: CalendarVisit, other: CalendarVisit): boolean {
  return (one.assignees ?? []).some(({ id }) => other.assignees?.some((each) => each.id === id));
}

/** First and last hour of the calendar: a working day, or more if a visit needs it. */
export function hoursOf(days: readonly PlacedVisit[][]): { first: number; last: number } {
  const all = days.flat();
  return {
    first: Math.min(7, ...all.map(({ from }) => Math.floor(from / 60))),
    last: Math.max(18, ...all.map(({ to }) => Math.ceil(to / 60))),
  };
}
