import { type DateOrder, orderedDate } from './date-order.js';
import { monthName } from './local-time.js';

/** A calendar day in long form, in the date order of the business: 2026-03-31 is "31 March 2026". */
export function dayInWords(day: string, { dateOrder }: { dateOrder: DateOrder }): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  return orderedDate(dateOrder, {
    day: Number(date.slice(0, 2)),
    month: monthName(Number(month), 'long'),
    year,
  });
}
