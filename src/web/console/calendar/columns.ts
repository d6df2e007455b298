import type { Times } from './days';
import { movedBy } from './days';
import type { CalendarVisit } from './placed-visits';

export interface Person {
  id: string;
  name: string;
}

/** A column of the calendar: the visits of a day, or on that day those of one person. */
export interface Column {
  day: string;
  /** Null: visits with nobody; undefined: all visits of the day. */
  person?: Person | null;
}

/** What a drag changes; `assignees` are shown until the calendar was read again. */
export interface Change extends Times {
  assigneeIds?: string[];
  assignees?: Person[];
}

/** Columns of the people who can be on visits and of those who are, and one of visits with nobody. */
export function columnsOfPeople(
  day: string,
  staff: readonly Person[],
  visits: readonly CalendarVisit[],
): Column[] {
  const known = new Map(
    [...visits.flatMap(({ assignees }) => assignees ?? []), ...staff].map((each) => [
      each.id,
      each,
    ]),
  );
  const people = [...known.values()].sort((a, b) => a.name.localeCompare(b.name));
  return [...people, null].map((person) => ({ day, person }));
}

/** The visits that belong in a column, whatever their day. */
export function visitsFor({ person }: Column, visits: readonly CalendarVisit[]) {
  if (person === undefined) return visits;
  return visits.filter(({ assignees = [] }) =>
    person ? assignees?.some(({ id }) => id === person.id) : !assignees?.length,
  );
}

/** What a visit becomes in another column, some minutes later. */
export function changeBetween(
  visit: CalendarVisit,
  [from, to]: [Column, Column],
  minutes: number,
  timeZone: string,
): Change {
  const days = (Date.parse(to.day) - Date.parse(from.day)) / (24 * 60 * 60 * 1000);
  const times = movedBy(visit, { days, minutes }, timeZone);
  if (to.person === undefined || to.person?.id === from.person?.id) return times;
  const gone = [from.person?.id, to.person?.id];
  const stay = (visit.assignees ?? []).filter(({ id }) => !gone.includes(id));
  const assignees = to.person ? [...stay, to.person] : stay;
  return { ...times, assignees, assigneeIds: assignees.map(({ id }) => id) };
}
