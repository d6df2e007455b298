import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** A shorter text is no name, and would be found in other words. */
const MIN_LENGTH = 2;

/**
 * PostgreSQL patterns that find these texts and phone numbers as whole words, whatever the spaces in them: the longest
 * first, so that a name within an address is not taken out of it.
 */
export function erasurePatterns(texts: string[], phones: string[]): string[] {
  const longestFirst = distinct(texts).sort((a, b) => b.length - a.length);
  return [
    ...longestFirst.map((text) => asWhole(ofText(text))),
    ...phones.map(ofPhone).map(asWhole),
  ];
}

/** One pattern that matches wherever one of those might, also in JSON, where a line break is written as `\n`. */
export function anywherePattern(texts: string[], phones: string[]): string {
  const inJson = distinct(texts).map((text) => JSON.stringify(text).slice(1, -1));
  const all = [...distinct(texts), ...inJson].map(ofText);
  // Matches nothing, rather than everything, where nothing is known.
  return [...new Set([...all, ...phones.map(ofPhone)]), '(?=a)b'].join('|');
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text.length >= MIN_LENGTH);
}

function ofText(text: string): string {
  return text.split(/\s+/).map(escaped).join('\\s+');
}

/** The number in any notation: with or without its country code, with any spaces and signs between the digits. */
function ofPhone(phone: string): string {
  const number = parsePhoneNumberFromString(phone);
  const digits = number?.nationalNumber ?? phone.replace(/\D/g, '');
  const country = number ? `(?:(?:\\+|00)?${number.countryCallingCode}[ ().-]*)?` : '';
  return `${country}(?:\\(?0\\)?)?[ ().-]*${[...digits].join('[ ().-]*')}`;
}

/** Not within a longer word or number. Only Latin letters and digits: other scripts have no spaces between words. */
function asWhole(pattern: string): string {
  return `(?<![A-Za-z0-9])(?:${pattern})(?![A-Za-z0-9])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
}
