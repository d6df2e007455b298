import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number in E.164 form as people of a country write it: national if it is theirs, else international. */
export function phoneText(country: string, phone: string): string {
  const number = parsePhoneNumberFromString(phone, country as CountryCode);
  if (!number?.isValid()) return phone;
  return number.country === country ? number.formatNational() : number.formatInternational();
}
