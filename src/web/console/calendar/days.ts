import { fromLocalTime, toLocalTime } from '../jobs/tabs/local-time';

const DAY_MS = 24 * 60 * 60 * 1000;
export const DAY_MINUTES = 24 * 60;

/** A calendar day, such as 2026-11-03, some days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function isDay(text: string | undefined): text is string {
  return Boolean(text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)));
}

export const todayIn = (timeZone: string) => dayOf(new Date().toISOString(), timeZone);

export const dayOf = (time: string, timeZone: string) => toLocalTime(time, timeZone).slice(0, 10);

/** The seven days of the week of a day; it begins on Monday, or on Sunday. */
export function weekOf(day: string, beginsOnSunday: boolean): string[] {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  const first = addDays(day, -(beginsOnSunday ? weekday : (weekday + 6) % 7));
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(first, days));
}

/** First moment of a calendar day, as an ISO time. */
export const startOf = (day: string, timeZone: string) => fromLocalTime(`${day}T00:00`, timeZone);

/** A moment of a calendar day that formatters show as this day. */
export const noonOf = (day: string, timeZone: string) => fromLocalTime(`${day}T12:00`, timeZone);

export interface Times {
  startsAt: string;
  endsAt: string;
}

/** Times of a visit that was moved by whole days and by minutes on the clock; its length stays. */
export function movedBy(
  { startsAt, endsAt }: Times,
  { days, minutes }: { days: number; minutes: number },
  timeZone: string,
): Times {
  const local = Date.parse(`${toLocalTime(startsAt, timeZone)}Z`);
  const moved = new Date(local + days * DAY_MS + minutes * 60_000).toISOString().slice(0, 16);
  const start = fromLocalTime(moved, timeZone);
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  return { startsAt: start, endsAt: new Date(Date.parse(start) + length).toISOString() };
}
