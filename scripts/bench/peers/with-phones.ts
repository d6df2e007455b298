import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Row } from './json-server.js';

const BEGIN = '{"business":{';
const byPhone = new Map<string, string>();

/** Adds the forms of the phone number to the business, which is the first field of the page. */
export function withPhones({ json, country, phone }: Row): string {
  if (!json?.startsWith(BEGIN)) throw new Error('The page does not begin with its business.');
  return `${BEGIN}${formsOf(country, phone)},${json.slice(BEGIN.length)}`;
}

/** As JSON fields; computed once for each number. */
function formsOf(country: string | null | undefined, phone: string | null | undefined): string {
  const key = `${country} ${phone}`;
  const known = byPhone.get(key) ?? JSON.stringify(phoneForms(country, phone)).slice(1, -1);
  byPhone.set(key, known);
  return known;
}

/** The forms in which a page shows a phone number. */
export function phoneForms(country: string | null | undefined, phone: string | null | undefined) {
  const number = parsePhoneNumberFromString(phone ?? '');
  if (!number) return { phoneNational: null, phoneInternational: null, phoneUri: null };
  return {
    phoneNational:
      number.country === country ? number.formatNational() : number.formatInternational(),
    phoneInternational: number.formatInternational(),
    phoneUri: number.getURI(),
  };
}
