/** Writes days, amounts and numbers in a language. Times are ISO 8601. */
export interface LocalFormats {
  money(cents: number): string;
  day(time: string): string;
  weekday(time: string): string;
  dayOfMonth(time: string): string;
  month(time: string): string;
  time(time: string): string;
  dateTime(time: string): string;
  visitStart(time: string): string;
  /** Takes a date without a time, such as 2026-11-03. */
  date(date: string): string;
  number(value: number): string;
}

interface Place {
  timeZone: string;
  currency: string;
  /** Number of decimals of the currency. */
  decimals: number;
}

/** Formatters of a locale (`Language.locale`) for a business's time zone and currency, with the locale's order of dates. */
export function localFormats(
  locale: string,
  { timeZone, currency, decimals }: Place,
): LocalFormats {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (time: string) => formatter.format(new Date(time));
  };
  const number = new Intl.NumberFormat(locale);
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  return {
    money: moneyFormat(locale, currency, decimals),
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    dayOfMonth: format({ day: 'numeric' }),
    month: format({ month: 'short' }),
    time: format(clock),
    dateTime: format({ day: 'numeric', month: 'short', ...clock }),
    visitStart: format({ weekday: 'short', day: 'numeric', month: 'short', ...clock }),
    date: format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    number: (value) => number.format(value),
  };
}

/** The symbol of the currency keeps its own direction: AU$ from right to left would be $AU. */
function moneyFormat(locale: string, currency: string, decimals: number) {
  const formatter = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return (cents: number) =>
    formatter
      .formatToParts(cents / 10 ** decimals)
      .map(({ type, value }) => (type === 'currency' ? `\u2068${value}\u2069` : value))
      .join('');
}
