import { DateTime } from 'luxon';
import type { Place, ShareGroup } from '../../sharing/shareable.js';

/** What a client has of a visit, as far as words need it. */
export interface VisitTimes {
  id: string;
  startsAt: unknown;
  endsAt: unknown;
}

type Schedule = ShareGroup<VisitTimes>;

/** A visit on the business's own clock: "Tue 3 Mar, 9 am to 11 am". */
export function visitWords({ startsAt, endsAt }: VisitTimes, place: Place): string {
  return `${moment(startsAt, place)} to ${end(endsAt, startsAt, place)}`;
}

/** A whole schedule in words. Beside an earlier one, what differs reads as a change. */
export function scheduleWords(now: Schedule, before: Schedule | null, place: Place): string {
  const listed = now.listed.map(
    (visit) => changeOf(visit, before, place) ?? visitWords(visit, place),
  );
  const gone = now.former.filter(({ id }) => !has(before?.former, id));
  const all = [...listed, ...gone.map((visit) => cancelled(visit, place))];
  if (all.length > 0) return all.join('; ');
  return now.former.map((visit) => cancelled(visit, place)).join('; ') || 'No visit is planned';
}

/** Only what differs from the earlier schedule, such as "Wed 3 Mar, 9 am was cancelled". */
export function scheduleNews(now: Schedule, before: Schedule, place: Place): string {
  const changes = now.listed.flatMap((visit) => changeOf(visit, before, place) ?? []);
  const gone = now.former.filter(({ id }) => !has(before.former, id));
  const news = [...changes, ...gone.map((visit) => cancelled(visit, place))];
  return news.join('; ') || scheduleWords(now, before, place);
}

/** How a visit differs from an earlier schedule, or null when it does not. */
function changeOf(visit: VisitTimes, before: Schedule | null, place: Place): string | null {
  if (!before) return null;
  const earlier = before.listed.find(({ id }) => id === visit.id);
  if (!earlier) return `new visit ${visitWords(visit, place)}`;
  const isSameStart = +at(earlier.startsAt, place) === +at(visit.startsAt, place);
  const isSameEnd = +at(earlier.endsAt, place) === +at(visit.endsAt, place);
  if (isSameStart && isSameEnd) return null;
  if (isSameStart)
    return `${moment(visit.startsAt, place)} now ends at ${end(visit.endsAt, visit.startsAt, place)}`;
  const moved = `moved from ${moment(earlier.startsAt, place)} to ${moment(visit.startsAt, place)}`;
  const isAsLong = lengthOf(earlier, place) === lengthOf(visit, place);
  return isAsLong ? moved : `${moved}, until ${end(visit.endsAt, visit.startsAt, place)}`;
}

function cancelled(visit: VisitTimes, place: Place): string {
  return `${moment(visit.startsAt, place)} was cancelled`;
}

function has(visits: VisitTimes[] | undefined, id: string): boolean {
  return visits?.some((visit) => visit.id === id) ?? false;
}

/** "Tue 3 Mar, 9 am"; with its year when that is not plain from the day on which it is said. */
function moment(time: unknown, place: Place): string {
  const local = at(time, place);
  const day = local.toFormat(isFarFrom(local, place.today) ? 'ccc d LLL yyyy' : 'ccc d LLL');
  return `${day}, ${clock(local)}`;
}

/** The end of something that starts then: its time alone when both are on one day. */
function end(time: unknown, start: unknown, place: Place): string {
  const local = at(time, place);
  return local.hasSame(at(start, place), 'day') ? clock(local) : moment(time, place);
}

function clock(local: DateTime): string {
  return local.toFormat(local.minute === 0 ? 'h a' : 'h:mm a').toLowerCase();
}

const MAX_DAYS_WITHOUT_YEAR = 300;

function isFarFrom(local: DateTime, today: string | undefined): boolean {
  if (!today) return false;
  const days = local.diff(DateTime.fromISO(today, { zone: local.zone })).as('days');
  return Math.abs(days) > MAX_DAYS_WITHOUT_YEAR;
}

function lengthOf({ startsAt, endsAt }: VisitTimes, place: Place): number {
  return +at(endsAt, place) - +at(startsAt, place);
}

function at(time: unknown, { timeZone }: Place): DateTime {
  return DateTime.fromJSDate(new Date(time as string), { zone: timeZone }).setLocale('en-AU');
}
