import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { type Bound, Bounded, OutOfBound } from '../../visibility/bounds.js';
import { visibleOnly } from '../clean-text.js';
import { refuseNul } from './text.js';

const MAX_EMAIL_LENGTH = 254;
const MAX_PHONE_LENGTH = 40;

/** Bounds an optional field to a valid email address, stored in lower case. */
export function EmailAddress(): PropertyDecorator {
  return Bounded(emailAddress);
}

/**
 * Bounds an optional field to what can be a phone number. One in international form must be valid; one in national form
 * is read by the country of the business, in `phoneOfBusiness`.
 */
export function PhoneNumber(): PropertyDecorator {
  return Bounded(phoneNumber);
}

/** Bounds a required field to a valid email address, stored in lower case. */
export function RequiredEmailAddress(): PropertyDecorator {
  return Bounded({
    ...emailAddress,
    read(value) {
      const email = emailAddress.read(value);
      if (email === '') throw new OutOfBound('Write an email address, like name@example.com.');
      return email;
    },
  });
}

export const emailAddress = contact(
  MAX_EMAIL_LENGTH,
  (value) => isEmail(value),
  'This is no email address; write it like name@example.com.',
  (value) => value.toLowerCase(),
);

const phoneNumber = contact(
  MAX_PHONE_LENGTH,
  canBePhoneNumber,
  'This is no phone number; write it as you dial it, or in international form such as +61 412 345 678.',
);

/** Email address at sign-in. Its form is not checked, so that a malformed address is refused like an unknown one. */
export const signInAddress = contact(
  MAX_EMAIL_LENGTH,
  () => true,
  `An email address has at most ${MAX_EMAIL_LENGTH} characters.`,
  (value) => value.toLowerCase(),
);

/** An email address as it is stored and compared: trimmed, in lower case; null when empty. */
export function normalEmail(email: string | null | undefined): string | null {
  return email?.trim().toLowerCase() || null;
}

/** Whether the text is a valid international number, or digits with what people write between them. */
function canBePhoneNumber(text: string): boolean {
  if (!/^[+\uFF0B]/.test(text)) return NATIONAL_NUMBER.test(text);
  const number = parsePhoneNumberFromString(text, { extract: false });
  // An extension would be lost.
  return (number?.isValid() ?? false) && !number?.ext;
}

/** Also with the wide digits and hyphens of Japanese keyboards; at least three digits. */
const NATIONAL_NUMBER =
  /^[\s()./\-\u2010-\u2015\u30FC\uFF0D\uFF08\uFF09]*(?:[0-9\uFF10-\uFF19][\s()./\-\u2010-\u2015\u30FC\uFF0D\uFF08\uFF09]*){3,}$/;

/** Bound of a contact detail. Invisible characters, which come with pasted text, are removed before it is checked. */
function contact(
  maxLength: number,
  isValid: (value: string) => boolean,
  sentence: string,
  normalize: (value: string) => string = (value) => value,
): Bound {
  return {
    says: `At most ${maxLength} characters.`,
    read(value) {
      const raw = value as string;
      if (raw.length > 4 * maxLength) throw new OutOfBound(sentence);
      refuseNul(raw);
      const visible = visibleOnly(raw);
      if (visible === '' || (visible.length <= maxLength && isValid(visible)))
        return normalize(visible);
      throw new OutOfBound(sentence);
    },
  };
}
