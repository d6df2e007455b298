import { DateTime } from 'luxon';
import { startOfDay } from '../business/local-time.js';

/** Reminders are sent at nine in the morning of the business. */
const FIRST_HOUR = 9;
/** After a stop of all workers in the morning, reminders are queued until this hour of the same day. */
const LAST_HOUR_TO_QUEUE = 18;
/** A queued reminder that a worker finds later than this is not sent. */
const LAST_HOUR_TO_SEND = 20;

/** The day at the businesses of a time zone whose reminders can be queued. */
export interface Morning {
  timeZone: string;
  /** Such as 2026-03-31. */
  day: string;
  /** First moment of the day. */
  startsAt: Date;
  /** Nine o'clock. */
  nine: Date;
}

/** The day in a time zone; null before nine in the morning and in the evening. */
export function morningIn(timeZone: string, now: Date): Morning | null {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  if (local.hour < FIRST_HOUR || local.hour >= LAST_HOUR_TO_QUEUE) return null;
  const day = local.toISODate() as string;
  const nine = local.set({ hour: FIRST_HOUR, minute: 0, second: 0, millisecond: 0 }).toJSDate();
  return { timeZone, day, startsAt: new Date(startOfDay(day, timeZone)), nine };
}

/** Whether a reminder of this day can still be sent: on the same day, and not at night. */
export function canStillBeSent(day: string, timeZone: string, now: Date): boolean {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  return local.toISODate() === day && local.hour < LAST_HOUR_TO_SEND;
}

/** The moments between which something was sent that many days before this day. */
export function daysBefore({ day, timeZone }: Morning, days: number): { from: Date; to: Date } {
  const then = DateTime.fromISO(day, { zone: timeZone }).minus({ days });
  const startOf = (date: DateTime) => new Date(startOfDay(date.toISODate() as string, timeZone));
  return { from: startOf(then), to: startOf(then.plus({ days: 1 })) };
}
