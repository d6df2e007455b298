import { DateTime } from 'luxon';
import type { Context } from '../common/context.js';
import { Business } from './business.entity.js';
import { businessOf } from './business-of.js';

/** A cached calendar day and the interval of epoch milliseconds in which it is valid. */
interface CachedDay {
  fromMs: number;
  toMs: number;
  day: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** By time zone and offset in days: nearly all requests need the same day. */
const cache = new Map<string, CachedDay>();
const MAX_CACHED_DAYS = 500;

/** The calendar day (2026-03-31) at a time in a time zone, plus `daysLater` days. */
export function dayIn(timeZone: string, at: Date, daysLater = 0): string {
  const key = `${timeZone} ${daysLater}`;
  const atMs = at.getTime();
  const cached = cache.get(key);
  if (cached && cached.fromMs <= atMs && atMs < cached.toMs) return cached.day;
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const day = local.plus({ days: daysLater }).toISODate() as string;
  store(key, local, day);
  return day;
}

/** Caches a day, except one on which the clocks change: its hours may repeat, even across midnight. */
function store(key: string, local: DateTime, day: string): void {
  const offsetMs = local.offset * MINUTE_MS;
  const fromMs = Math.floor((local.toMillis() + offsetMs) / DAY_MS) * DAY_MS - offsetMs;
  const toMs = fromMs + DAY_MS;
  const hasOneOffset = [fromMs, toMs - 1].every((ms) => local.zone.offset(ms) === local.offset);
  if (!hasOneOffset) return;
  if (cache.size >= MAX_CACHED_DAYS) cache.clear();
  cache.set(key, { fromMs, toMs, day });
}

/** Today's calendar day at the business of this request. */
export async function today({ principal, reader, now }: Context): Promise<string> {
  if (principal.kind === 'STAFF') return dayIn(principal.timeZone, now);
  const business = await reader.find(Business, businessOf(principal));
  return dayIn(business?.timeZone ?? 'UTC', now);
}
