import { isEmail } from 'class-validator';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { type Bound, Bounded, OutOfBound } from '../visibility/bounds.js';
import { visibleOnly } from './clean-text.js';
import { refuseNul } from './text.js';

// Numbers without a country are read as dialled from here until a business says where it is.
const HOME: CountryCode = 'AU';
const MAX_EMAIL_LENGTH = 254;
const MAX_PHONE_LENGTH = 40;

/** The text is an address that mail can be sent to, or is left out. */
export function EmailAddress(): PropertyDecorator {
  return Bounded(emailAddress);
}

/** The text is a phone number that exists, or is left out. */
export function PhoneNumber(): PropertyDecorator {
  return Bounded(phoneNumber);
}

const emailAddress = contact(
  MAX_EMAIL_LENGTH,
  (value) => isEmail(value),
  'This is no email address; write it like name@example.com.',
  (value) => value.toLowerCase(),
);

const phoneNumber = contact(
  MAX_PHONE_LENGTH,
  isWholePhoneNumber,
  'This is no phone number; write it like 0412 345 678 or +61 412 345 678.',
);

/** An address that somebody signs in with. Any text is one, so that a wrong one reads like an unknown one. */
export const signInAddress = contact(
  MAX_EMAIL_LENGTH,
  () => true,
  `An email address has at most ${MAX_EMAIL_LENGTH} characters.`,
  (value) => value.toLowerCase(),
);

/** An address as it is stored and compared: without stray spaces, in lower case. */
export function normalEmail(email: string | null | undefined): string | null {
  return email?.trim().toLowerCase() || null;
}

/** A number in international form: +61412345678. */
export function normalPhone(phone: string | null | undefined): string | null {
  if (!phone?.trim()) return null;
  return readPhone(phone.trim())?.number ?? null;
}

/** What somebody typed to find a number by, as the international form has it; null if it is none. */
export function phoneDigits(search: string): string | null {
  const typed = search.replace(/\(0\)/, '');
  if (!/^[\d\s+()./-]+$/.test(typed)) return null;
  // The zeros that are dialled before a number (0412, 0061) are no part of its international form.
  return typed.replace(/\D/g, '').replace(/^0+/, '') || null;
}

/** Not merely a text with a number in it; and an extension would be lost. */
function isWholePhoneNumber(text: string): boolean {
  const number = readPhone(text);
  return (number?.isValid() ?? false) && !number?.ext;
}

function readPhone(text: string) {
  return parsePhoneNumberFromString(text, { defaultCountry: HOME, extract: false });
}

/** Pasted addresses and numbers bring characters along that nobody sees; they are taken out before anything else. */
function contact(
  maxLength: number,
  isFit: (value: string) => boolean,
  sentence: string,
  written: (value: string) => string = (value) => value,
): Bound {
  return {
    says: `At most ${maxLength} characters.`,
    read(value) {
      const given = value as string;
      if (given.length > 4 * maxLength) throw new OutOfBound(sentence);
      refuseNul(given);
      const seen = visibleOnly(given);
      if (seen === '' || (seen.length <= maxLength && isFit(seen))) return written(seen);
      throw new OutOfBound(sentence);
    },
  };
}
