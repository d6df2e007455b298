import { type AmountInput, amountInputOf, decimalsOf } from './currency';

/** Formatters for amounts, dates and times of one business. Times are ISO 8601. */
export interface Formats {
  money(cents: number): string;
  amount: AmountInput;
  /** Tuesday, 3 November 2026 */
  day(time: string): string;
  /** Tue */
  weekday(time: string): string;
  /** 3 */
  dayOfMonth(time: string): string;
  /** Nov */
  month(time: string): string;
  /** 9:00 am */
  time(time: string): string;
  /** 3 Nov, 9:00 am */
  dateTime(time: string): string;
  /** Tue 3 Nov, 9 am: as emails and prompts write the start of a visit */
  visitStart(time: string): string;
  /** Takes a date without a time, such as 2026-11-03. */
  date(date: string): string;
  number(value: number): string;
}

export interface Place {
  timeZone: string;
  currency: string;
  dateOrder: 'DAY_MONTH_YEAR' | 'MONTH_DAY_YEAR' | 'YEAR_MONTH_DAY';
}

const LOCALE = 'en-AU';

/** Formatters for a business's time zone, currency and date order, as in its emails. */
export function formatsFor({ timeZone, currency, dateOrder }: Place): Formats {
  const format = (options: Intl.DateTimeFormatOptions) =>
    formatterOf(dateOrder, { timeZone, ...options });
  const decimals = decimalsOf(currency);
  const money = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const number = new Intl.NumberFormat(LOCALE);
  return {
    money: (cents) => money.format(cents / 10 ** decimals),
    amount: amountInputOf(currency),
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    dayOfMonth: format({ day: 'numeric' }),
    month: format({ month: 'short' }),
    time: format({ hour: 'numeric', minute: '2-digit' }),
    dateTime: format({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
    visitStart: visitStart(timeZone, dateOrder),
    date: format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    number: (value) => number.format(value),
  };
}

function formatterOf(dateOrder: Place['dateOrder'], options: Intl.DateTimeFormatOptions) {
  const locale = dateOrder === 'MONTH_DAY_YEAR' ? 'en-US' : LOCALE;
  const formatter = new Intl.DateTimeFormat(locale, options);
  const isYearFirst = dateOrder === 'YEAR_MONTH_DAY' && options.day && options.month;
  return (time: string) =>
    isYearFirst
      ? yearFirst(partsOf(formatter, time), Boolean(options.hour))
      : formatter.format(new Date(time));
}

/** English has no such order with month names: Tuesday, 2026 November 3, 9:00 am. */
function yearFirst(part: (type: Intl.DateTimeFormatPartTypes) => string, hasTime: boolean) {
  const date = [part('year'), part('month'), part('day')].filter(Boolean).join(' ');
  const clock = hasTime ? `${part('hour')}:${part('minute')} ${part('dayPeriod')}` : '';
  return [part('weekday'), date, clock].filter(Boolean).join(', ');
}

function partsOf(formatter: Intl.DateTimeFormat, time: string) {
  const parts = new Map(formatter.formatToParts(new Date(time)).map((p) => [p.type, p.value]));
  return (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
}

/** The same format as on the server, so that page, prompt and email describe a change identically. */
function visitStart(timeZone: string, dateOrder: Place['dateOrder']): (time: string) => string {
  const format = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  });
  return (time) => {
    const part = partsOf(format, time);
    const minutes = part('minute') === '00' ? '' : `:${part('minute')}`;
    const clock = `${part('hour')}${minutes} ${part('dayPeriod').toLowerCase()}`;
    const date = [part('day'), part('month')];
    if (dateOrder !== 'DAY_MONTH_YEAR') date.reverse();
    return `${part('weekday')} ${date.join(' ')}, ${clock}`;
  };
}
