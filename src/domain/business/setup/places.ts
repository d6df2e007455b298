import { getCountries, isSupportedCountry } from 'libphonenumber-js';
import { type Bound, OutOfBound } from '../../../visibility/bounds.js';

const LANGUAGE = 'en';
const MAX_LENGTH = 60;

/** Country whose phone numbers, formats and name are known: an ISO 3166 code in either case, read as AU. */
export const country = known(
  (value) => (isSupportedCountry(value.toUpperCase()) ? value.toUpperCase() : null),
  'This is no country; use its code, such as AU, NZ, GB or JP.',
);

/** IANA time zone, in either case. */
export const timeZone = known(
  (value) => zoneNamed(value),
  'This is no time zone; use a name such as Australia/Sydney or Pacific/Auckland.',
);

/** ISO 4217 code of a currency, in either case. */
export const currency = known(
  (value) => (CURRENCIES.has(value.toUpperCase()) ? value.toUpperCase() : null),
  'This is no currency; use its code, such as AUD, NZD, GBP or JPY.',
);

/** Codes and English names of all countries, by name. */
export function allCountries(): { code: string; name: string }[] {
  return named(getCountries(), 'region');
}

/** Codes and English names of all currencies, by name. */
export function allCurrencies(): { code: string; name: string }[] {
  return named([...CURRENCIES], 'currency');
}

/** Names of all time zones, in alphabetical order. */
export function allTimeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].toSorted();
}

/** Time zones of a country. Older versions of Node have them as a property. */
export function timeZonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?(): string[] | undefined;
    timeZones?: string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Codes that Intl knows but that nobody is paid in: they have four decimals, or none that is agreed on. */
const NOT_PAID_IN = /^(?:X.*|CLF|UYW|UYI)$/;
/** The currencies of Central and West Africa, the Caribbean and the Pacific are money, though their codes begin with X. */
const PAID_IN = ['XAF', 'XOF', 'XCD', 'XPF'];

const CURRENCIES = new Set(
  Intl.supportedValuesOf('currency').filter(
    (code) => PAID_IN.includes(code) || !NOT_PAID_IN.test(code),
  ),
);

/** The time zone as its list has it; older and newer names (Asia/Kolkata) are kept. Offsets are no time zones. */
function zoneNamed(value: string): string | null {
  if (!/^(?:UTC|[a-z_]+(?:\/[a-z0-9_+-]+)+)$/i.test(value)) return null;
  const listed = allTimeZones().find((zone) => zone.toLowerCase() === value.toLowerCase());
  if (listed) return listed;
  try {
    new Intl.DateTimeFormat(LANGUAGE, { timeZone: value });
    return value;
  } catch {
    return null;
  }
}

function known(find: (value: string) => string | null, sentence: string): Bound {
  return {
    read(value) {
      const text = (value as string).trim();
      const found = text.length <= MAX_LENGTH ? find(text) : null;
      if (found === null) throw new OutOfBound(sentence);
      return found;
    },
  };
}

function named(codes: string[], type: 'region' | 'currency'): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(LANGUAGE, { type });
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, LANGUAGE));
}
