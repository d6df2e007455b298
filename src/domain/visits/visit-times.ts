import { DateTime } from 'luxon';
import { invalid } from '../../visibility/refusals.js';

/** Throws VALIDATION_FAILED unless the visit ends after its start and takes at most 31 days. */
export function checkTimes(startsAt: Date, endsAt: Date, field: string): void {
  if (endsAt <= startsAt)
    throw invalid(field, 'The visit ends before it starts; choose a later end.');
  if (endsAt.getTime() - startsAt.getTime() > MAX_VISIT_MS) {
    throw invalid(field, 'The visit is longer than 31 days; choose an earlier end.');
  }
}

export const MAX_VISIT_MS = 31 * 24 * 60 * 60 * 1000;

/** Visits that one repeat makes, with the first one: a weekly visit for half a year. */
export const MAX_REPEATS = 26;

const DAY_MS = 24 * 60 * 60 * 1000;
/** No input may name a later moment. */
const LATEST_MS = Date.UTC(2101, 0, 1);

/** Throws VALIDATION_FAILED if a visit is to be repeated before it ends, or beyond the last day of the calendar. */
export function checkRepeat(
  startsAt: Date,
  endsAt: Date,
  repeat: { everyDays: number; count: number } | null | undefined,
  field: string,
): void {
  if (!repeat) return;
  const { everyDays, count } = repeat;
  if (endsAt.getTime() - startsAt.getTime() > everyDays * DAY_MS)
    throw invalid(
      `${field}.everyDays`,
      'The visit begins again before it ends; choose more days between, or an earlier end.',
    );
  if (endsAt.getTime() + (count - 1) * everyDays * DAY_MS >= LATEST_MS)
    throw invalid(`${field}.count`, 'The last visit is after the year 2100; choose fewer visits.');
}

/** Start and end of a visit and its repeats. */
export function repeatedTimes(
  startsAt: Date,
  endsAt: Date,
  repeat: { everyDays: number; count: number },
  timeZone: string,
): { startsAt: Date; endsAt: Date }[] {
  const [start, end] = [startsAt, endsAt].map((time) =>
    DateTime.fromJSDate(time, { zone: timeZone }),
  );
  return Array.from({ length: repeat.count }, (_, index) => {
    // Whole days keep the time of day across daylight saving.
    const later = { days: index * repeat.everyDays };
    const [starts, ends] = [start, end].map((time) => (time as DateTime).plus(later).toJSDate());
    return {
      startsAt: starts as Date,
      endsAt: laterOf(starts as Date, ends as Date, endsAt.getTime() - startsAt.getTime()),
    };
  });
}

/** An hour that the clocks skip can swallow a short visit, which then keeps its length. */
function laterOf(starts: Date, ends: Date, lengthMs: number): Date {
  return ends > starts ? ends : new Date(starts.getTime() + lengthMs);
}
