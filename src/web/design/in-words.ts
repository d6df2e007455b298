/** Amounts, days and times as people of a place write them. */
export interface InWords {
  money(cents: number): string;
  /** Tuesday, 3 November 2026 */
  day(time: string): string;
  /** 3 */
  dayOfMonth(time: string): string;
  /** Nov */
  month(time: string): string;
  /** 9:00 am */
  time(time: string): string;
  /** 3 Nov, 9:00 am */
  moment(time: string): string;
  /** Tue 3 Nov, 9 am: the way mails and prompts write the start of a visit */
  visitStart(time: string): string;
  /** Of a date without a time, such as 2026-11-03. */
  date(date: string): string;
  number(value: number): string;
}

/** Words for a business's time zone and currency, in the reader's own way of writing. */
export function inWords({ timeZone, currency }: { timeZone: string; currency: string }): InWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(undefined, { timeZone, ...options });
    return (time: string) => made.format(new Date(time));
  };
  const money = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  const number = new Intl.NumberFormat();
  return {
    money: (cents) => money.format(cents / 100),
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dayOfMonth: format({ day: 'numeric' }),
    month: format({ month: 'short' }),
    time: format({ hour: 'numeric', minute: '2-digit' }),
    moment: format({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
    visitStart: visitStart(timeZone),
    date: format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    number: (value) => number.format(value),
  };
}

/** Written as the server writes it, so that page, prompt and mail say a change in the same words. */
function visitStart(timeZone: string): (time: string) => string {
  const format = new Intl.DateTimeFormat('en-AU', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  });
  return (time) => {
    const parts = new Map(format.formatToParts(new Date(time)).map((p) => [p.type, p.value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    const minutes = part('minute') === '00' ? '' : `:${part('minute')}`;
    const clock = `${part('hour')}${minutes} ${part('dayPeriod').toLowerCase()}`;
    return `${part('weekday')} ${part('day')} ${part('month')}, ${clock}`;
  };
}
