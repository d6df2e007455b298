import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import { LRUCache } from 'lru-cache';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { Business } from '../business/business.entity.js';

/**
 * Texts of numbers: reading and writing one took a sixth of the process's work for a portal page, and pages repeat them.
 * Kept for some minutes only, as an erased person's is.
 */
const texts = new LRUCache<string, string>({ max: 2_000, ttl: 10 * 60 * 1000 });

/** A phone number as people of a country write it, in E.164 form (+61412345678); null unless it is a valid one. */
export function phoneIn(country: string, phone: string): string | null {
  const number = validNumber(country, phone);
  return number && !number.ext ? number.number : null;
}

/**
 * A phone number as it is written for people who read it in a country: in national form there, in international form
 * elsewhere; as it was typed unless it is a valid number.
 *
 * @param country in which it was typed.
 */
export function phoneText(country: string, phone: string, readIn = country): string {
  return remembered(['text', country, readIn, phone], () => {
    const number = validNumber(country, phone);
    if (!number) return phone;
    return number.country === readIn ? number.formatNational() : number.formatInternational();
  });
}

/** `tel:` link of a phone number: in E.164 form, or the digits that were typed unless it is a valid number. */
export function phoneUri(country: string, phone: string): string {
  return remembered(
    ['uri', country, phone],
    () => validNumber(country, phone)?.getURI() ?? `tel:${phone.replace(/[^\d+]/g, '')}`,
  );
}

/** Country of a number in E.164 form; null if it is none. */
export function countryOfPhone(phone: string | null): string | null {
  return (phone && validNumber('', phone)?.country) || null;
}

/** The text of these parts, none of which contains NUL; writes it unless it is known. */
function remembered(parts: string[], write: () => string): string {
  const key = parts.join('\0');
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = write();
  texts.set(key, text);
  return text;
}

function validNumber(country: string, phone: string): PhoneNumber | null {
  const number = parsePhoneNumberFromString(phone.trim(), {
    defaultCountry: (country || undefined) as CountryCode,
    extract: false,
  });
  return number?.isValid() ? number : null;
}

/**
 * The phone number of an input in E.164 form, read by the country of the business; null when empty. Throws
 * VALIDATION_FAILED that names the field when it is no number there.
 */
export async function phoneOfBusiness(
  { em }: Unit,
  businessId: string,
  phone: string | null | undefined,
  field = 'input.phone',
): Promise<string | null> {
  if (!phone?.trim()) return null;
  const { country } = await em.findOneOrFail(Business, businessId);
  return phoneOfCountry(country, phone, field);
}

/** Like `phoneOfBusiness`, for a caller that has the business. */
export function phoneOfCountry(
  country: string,
  phone: string | null | undefined,
  field = 'input.phone',
): string | null {
  if (!phone?.trim()) return null;
  const number = phoneIn(country, phone);
  if (number) return number;
  throw invalid(
    field,
    'This is no phone number of the country of the business; check it, or write it in international form, such as +61 412 345 678.',
  );
}
