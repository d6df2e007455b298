import { DateTime } from 'luxon';
import type { Place } from '../../sharing/shareable.js';

/** A visit as a prompt or a mail says it, on the business's own clock: "Tue 3 Mar 2026, 9:00 am to 11:00 am". */
export function visitWords(visit: { startsAt: unknown; endsAt: unknown }, place: Place): string {
  const starts = local(visit.startsAt, place);
  const ends = local(visit.endsAt, place);
  const until = starts.hasSame(ends, 'day') ? clock(ends) : `${day(ends)}, ${clock(ends)}`;
  return `${day(starts)}, ${clock(starts)} to ${until}`;
}

function local(at: unknown, place: Place): DateTime {
  return DateTime.fromJSDate(new Date(at as string), {
    zone: place.timeZone,
  }).setLocale('en-AU');
}

function day(at: DateTime): string {
  return at.toFormat('ccc d LLL yyyy');
}

function clock(at: DateTime): string {
  return at.toFormat('h:mm a').toLowerCase();
}
