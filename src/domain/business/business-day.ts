import { DateTime } from 'luxon';
import type { Context } from '../context.js';
import { Business } from './business.entity.js';
import { businessOf } from './business-of.js';

let last = { timeZone: '', at: Number.NaN, daysLater: 0, day: '' };

/** The calendar day (2026-03-31) that it is at a moment in a time zone, some days later if asked. */
export function dayIn(timeZone: string, at: Date, daysLater = 0): string {
  // A page of quotes asks for one and the same day, once for each.
  const isLast =
    last.timeZone === timeZone && last.at === at.getTime() && last.daysLater === daysLater;
  if (!isLast)
    last = { timeZone, at: at.getTime(), daysLater, day: readDay(timeZone, at, daysLater) };
  return last.day;
}

function readDay(timeZone: string, at: Date, daysLater: number): string {
  const day = DateTime.fromJSDate(at, { zone: timeZone }).plus({ days: daysLater });
  return day.toISODate() as string;
}

/** The calendar day that it is now where the business of this request works. */
export async function today({ principal, reader, now }: Context): Promise<string> {
  const business = await reader.find(Business, businessOf(principal));
  return dayIn(business?.timeZone ?? 'UTC', now);
}
