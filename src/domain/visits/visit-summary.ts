import type { Place, ShareGroup } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { orderedDate } from '../business/date-order.js';
import { type LocalTime, localTime, monthName, startOfDay } from '../business/local-time.js';
import { visitClock, visitStart } from '../words/visit-times.js';

/** The fields of a visit that summaries need. */
export interface VisitTimes {
  id: string;
  startsAt: unknown;
  endsAt: unknown;
}

type Schedule = ShareGroup<VisitTimes>;

/** A visit in the time zone of the business: "Tue 3 Mar, 9 am to 11 am". */
export function visitSummary({ startsAt, endsAt }: VisitTimes, place: Place): string {
  return wordsOf(place).fromTo(dateAndTime(startsAt, place), end(endsAt, startsAt, place));
}

/** A schedule in words; with `before`, differences are worded as changes. */
export function scheduleSummary(now: Schedule, before: Schedule | null, place: Place): string {
  const listed = now.listed.map(
    (visit) => changeOf(visit, before, place) ?? visitSummary(visit, place),
  );
  const newlyCancelled = now.former.filter(({ id }) => !has(before?.former, id));
  const all = [...listed, ...newlyCancelled.map((visit) => cancelled(visit, place))];
  const { and, none } = wordsOf(place);
  if (all.length > 0) return all.join(and);
  return now.former.map((visit) => cancelled(visit, place)).join(and) || none;
}

/** The differences from an earlier schedule in words, such as "Wed 3 Mar, 9 am was cancelled". */
export function scheduleChanges(now: Schedule, before: Schedule, place: Place): string {
  const changes = now.listed.flatMap((visit) => changeOf(visit, before, place) ?? []);
  const newlyCancelled = now.former.filter(({ id }) => !has(before.former, id));
  const all = [...changes, ...newlyCancelled.map((visit) => cancelled(visit, place))];
  return all.join(wordsOf(place).and) || scheduleSummary(now, before, place);
}

/** The difference of a visit from an earlier schedule in words, or null. */
function changeOf(visit: VisitTimes, before: Schedule | null, place: Place): string | null {
  if (!before) return null;
  const earlier = before.listed.find(({ id }) => id === visit.id);
  const words = wordsOf(place);
  if (!earlier) return words.added(visitSummary(visit, place));
  const isSameStart = +at(earlier.startsAt) === +at(visit.startsAt);
  const isSameEnd = +at(earlier.endsAt) === +at(visit.endsAt);
  if (isSameStart && isSameEnd) return null;
  const start = dateAndTime(visit.startsAt, place);
  const until = end(visit.endsAt, visit.startsAt, place);
  if (isSameStart) return words.endsAt(start, until);
  const earlierStart = dateAndTime(earlier.startsAt, place);
  return lengthOf(earlier) === lengthOf(visit)
    ? words.moved(earlierStart, start)
    : words.movedUntil(earlierStart, start, until);
}

function cancelled(visit: VisitTimes, place: Place): string {
  return wordsOf(place).cancelled(dateAndTime(visit.startsAt, place));
}

function wordsOf({ language }: Place) {
  return mailTexts(language).items.visits;
}

function has(visits: VisitTimes[] | undefined, id: string): boolean {
  return visits?.some((visit) => visit.id === id) ?? false;
}

/** "Tue 3 Mar, 9 am" in the date order of the business; with the year when it is more than 300 days from today. */
function dateAndTime(time: unknown, place: Place): string {
  const inLanguage = visitStart(at(time), place, isFarFrom(at(time), place));
  if (inLanguage) return inLanguage;
  const local = localTime(at(time), place.timeZone);
  const year = isFarFrom(at(time), place) ? String(local.year).padStart(4, '0') : null;
  const month = monthName(local.month, 'short');
  const date = orderedDate(place.dateOrder, { day: local.day, month, year });
  return `${local.weekday} ${date}, ${clock(local)}`;
}

/** End of a visit: without the date when it is on the day of the start. */
function end(time: unknown, start: unknown, place: Place): string {
  const local = localTime(at(time), place.timeZone);
  return isSameDay(local, localTime(at(start), place.timeZone))
    ? (visitClock(at(time), place) ?? clock(local))
    : dateAndTime(time, place);
}

function isSameDay(one: LocalTime, other: LocalTime): boolean {
  return one.day === other.day && one.month === other.month && one.year === other.year;
}

function clock({ hour, minute }: LocalTime): string {
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

const MAX_DAYS_WITHOUT_YEAR = 300;
const DAY_MS = 24 * 60 * 60 * 1000;

function isFarFrom(time: Date, { today, timeZone }: Place): boolean {
  if (!today) return false;
  const days = (time.getTime() - startOfDay(today, timeZone)) / DAY_MS;
  return Math.abs(days) > MAX_DAYS_WITHOUT_YEAR;
}

function lengthOf({ startsAt, endsAt }: VisitTimes): number {
  return +at(endsAt) - +at(startsAt);
}

function at(time: unknown): Date {
  return new Date(time as string);
}
