import { DateTime } from 'luxon';

const LOCALE = 'en-AU';

/** The fields of a moment on the clock of a time zone. */
export interface LocalTime {
  year: number;
  /** 1 is January. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** Such as "Tue". */
  weekday: string;
}

/** Making a formatter takes a thousand times as long as using it, so each time zone has one. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A moment on the clock of a time zone. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const parts = new Map<string, string>();
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) parts.set(type, value);
  const number = (type: string) => Number(parts.get(type));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    weekday: parts.get('weekday') as string,
  };
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(LOCALE, {
      timeZone,
      ...{ weekday: 'short', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', hourCycle: 'h23' },
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

const midnights = new Map<string, number>();
const MAX_MIDNIGHTS = 500;

/** The first moment of a calendar day in a time zone, in milliseconds since 1970. */
export function startOfDay(day: string, timeZone: string): number {
  const key = `${timeZone} ${day}`;
  let start = midnights.get(key);
  if (start === undefined) {
    start = DateTime.fromISO(day, { zone: timeZone }).toMillis();
    if (midnights.size >= MAX_MIDNIGHTS) midnights.clear();
    midnights.set(key, start);
  }
  return start;
}

/** The name of a month (1 is January): "Sept" when short, "September" when long. */
export function monthName(month: number, length: 'short' | 'long'): string {
  return MONTHS[length][month - 1] as string;
}

const MONTHS = { short: monthNames('short'), long: monthNames('long') };

function monthNames(month: 'short' | 'long'): string[] {
  const formatter = new Intl.DateTimeFormat(LOCALE, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => formatter.format(Date.UTC(2000, at, 1)));
}
