import { staffAndClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';

/** Order in which a business writes dates. */
export const DateOrder = {
  DAY_MONTH_YEAR: 'DAY_MONTH_YEAR',
  MONTH_DAY_YEAR: 'MONTH_DAY_YEAR',
  YEAR_MONTH_DAY: 'YEAR_MONTH_DAY',
} as const;
export type DateOrder = keyof typeof DateOrder;

declareEnum(DateOrder, 'DateOrder', staffAndClient, 'Order in which dates are written.', {
  DAY_MONTH_YEAR: '31 March 2026.',
  MONTH_DAY_YEAR: 'March 31, 2026.',
  YEAR_MONTH_DAY: '2026 March 31.',
});

/** A date in this order; without a year when it is null. */
export function orderedDate(
  order: DateOrder,
  { day, month, year }: { day: number; month: string; year: string | null },
): string {
  if (order === 'DAY_MONTH_YEAR') return [day, month, year].filter(Boolean).join(' ');
  if (order === 'YEAR_MONTH_DAY') return [year, month, day].filter(Boolean).join(' ');
  return year ? `${month} ${day}, ${year}` : `${month} ${day}`;
}

/** Order in which a country (ISO 3166, such as AU) writes dates. */
export function dateOrderOf(country: string): DateOrder {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  const locale = `${language}-${country}`;
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return 'DAY_MONTH_YEAR';
  const parts = new Intl.DateTimeFormat(locale, CALENDAR).formatToParts(0);
  const order = parts
    .filter(({ type }) => FIELDS.includes(type))
    .map(({ type }) => type.toUpperCase());
  return DateOrder[order.join('_') as DateOrder] ?? 'DAY_MONTH_YEAR';
}

const CALENDAR = {
  calendar: 'gregory',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
} as const;
const FIELDS = ['year', 'month', 'day'];
