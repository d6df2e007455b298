import type { Language } from '../../texts/languages.js';
import { localFormats } from '../../texts/local-formats.js';
import { decimalsOf } from '../design/currency';
import { type Formats, formatsFor, type Place } from '../design/formats';

/**
 * Formatters for a business's time zone and currency in the language of a reader. The order of a date is that of the
 * language; in English it is that of the business.
 */
export function formatsOfReader(place: Place, { locale }: Language): Formats {
  const english = formatsFor(place);
  if (!locale) return english;
  const { timeZone, currency } = place;
  return {
    ...english,
    ...localFormats(locale, { timeZone, currency, decimals: decimalsOf(currency) }),
  };
}
