import { isEmail, registerDecorator } from 'class-validator';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

// Numbers without a country are read as dialled from here until a business says where it is.
/** The most that an address can have. */
export const MAX_EMAIL_LENGTH = 254;
const HOME: CountryCode = 'AU';

/** The text is an address that mail can be sent to, or is left out. */
export function EmailAddress(): PropertyDecorator {
  return contactRule(
    'emailAddress',
    (value) => value.length <= MAX_EMAIL_LENGTH && isEmail(value),
    'This is no email address; write it like name@example.com.',
  );
}

/** The text is a phone number that exists, or is left out. */
export function PhoneNumber(): PropertyDecorator {
  return contactRule(
    'phoneNumber',
    (value) => value.length <= 40 && isWholePhoneNumber(value),
    'This is no phone number; write it like 0412 345 678 or +61 412 345 678.',
  );
}

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

function contactRule(
  name: string,
  isFit: (value: string) => boolean,
  message: string,
): PropertyDecorator {
  return (target, key) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: key as string,
      options: { message },
      validator: {
        validate: (value: unknown) =>
          value === undefined ||
          value === null ||
          (typeof value === 'string' && (value.trim() === '' || isFit(value.trim()))),
      },
    });
  };
}
