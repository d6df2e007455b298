import { languageOf } from '../../texts/languages.js';

interface Clock {
  language?: string | null;
  timeZone: string;
}

/** Start of a visit in the language of a place; null for English, whose dates follow the business. */
export function visitStart(time: Date, clock: Clock, hasYear: boolean): string | null {
  return (
    formatOf(clock, {
      ...{ weekday: 'short', day: 'numeric', month: 'short', ...TIME },
      ...(hasYear && { year: 'numeric' }),
    })?.format(time) ?? null
  );
}

/** Time of day in the language of a place; null for English. */
export function visitClock(time: Date, clock: Clock): string | null {
  return formatOf(clock, TIME)?.format(time) ?? null;
}

const TIME = { hour: 'numeric', minute: '2-digit' } as const;

/** Making a formatter takes a thousand times as long as using it, so it is kept. */
const known = new Map<string, Intl.DateTimeFormat>();

function formatOf({ language, timeZone }: Clock, options: Intl.DateTimeFormatOptions) {
  const { locale } = languageOf(language);
  if (!locale) return null;
  const key = [locale, timeZone, ...Object.keys(options)].join(' ');
  const format = known.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  known.set(key, format);
  return format;
}
