import { DateTime } from 'luxon';
import type { Context } from '../context.js';
import { Business } from './business.entity.js';
import { businessOf } from './business-of.js';

/** A day as it was worked out, and from when until when the answer is the same. */
interface KnownDay {
  from: number;
  to: number;
  day: string;
}

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** Every request asks for the same day as the one before it, until that day is over. */
const known = new Map<string, KnownDay>();
const MOST_KNOWN = 500;

/** The calendar day (2026-03-31) that it is at a moment in a time zone, some days later if asked. */
export function dayIn(timeZone: string, at: Date, daysLater = 0): string {
  const key = `${timeZone} ${daysLater}`;
  const moment = at.getTime();
  const before = known.get(key);
  if (before && before.from <= moment && moment < before.to) return before.day;
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const day = local.plus({ days: daysLater }).toISODate() as string;
  keep(key, local, day);
  return day;
}

/** A day on which the clocks change is not kept: its hours may come twice, even across midnight. */
function keep(key: string, local: DateTime, day: string): void {
  const ahead = local.offset * MINUTE;
  const from = Math.floor((local.toMillis() + ahead) / DAY) * DAY - ahead;
  const to = from + DAY;
  const isEven = [from, to - 1].every((edge) => local.zone.offset(edge) === local.offset);
  if (!isEven) return;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, { from, to, day });
}

/** The calendar day that it is now where the business of this request works. */
export async function today({ principal, reader, now }: Context): Promise<string> {
  if (principal.kind === 'STAFF') return dayIn(principal.timeZone, now);
  const business = await reader.find(Business, businessOf(principal));
  return dayIn(business?.timeZone ?? 'UTC', now);
}
