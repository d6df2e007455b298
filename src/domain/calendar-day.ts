import { DateTime } from 'luxon';

/** Which calendar day it is at a business, written like 2026-03-31. */
export function todayIn(timeZone: string, now: Date): string {
  return DateTime.fromJSDate(now, { zone: timeZone }).toFormat('yyyy-MM-dd');
}
