import { DateTime } from 'luxon';

/** A calendar day as people write it: 2026-03-31 is "31 March 2026". */
export function dayInWords(day: string): string {
  return DateTime.fromISO(day).setLocale('en-AU').toFormat('d LLLL yyyy');
}
