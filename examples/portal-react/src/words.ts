import type { Business } from './portal';

/** `IN_PROGRESS` as `In progress`. */
export function inWords(value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Amount in the currency of the business; a currency has none, two or three decimals. */
export function moneyOf(cents: number, { currency }: Business): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(cents / 10 ** maximumFractionDigits);
}

/** Day and time where the business is. */
export function dayOf(time: string, { timeZone }: Business): string {
  return new Intl.DateTimeFormat(undefined, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
    timeZone,
  }).format(new Date(time));
}

/** From one time to another, with the day once if it is the same. */
export function timesOf(from: string, to: string, { timeZone }: Business): string {
  return new Intl.DateTimeFormat(undefined, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
    timeZone,
  }).formatRange(new Date(from), new Date(to));
}

/** A day of the calendar (`2027-03-31`), which has no time zone. */
export function dateOf(day: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
