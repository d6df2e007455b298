import { isEmail, registerDecorator } from 'class-validator';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

// Numbers without a country are read as dialled from here until a business says where it is.
const HOME: CountryCode = 'AU';

/** The text is an address that mail can be sent to, or is left out. */
export function EmailAddress(): PropertyDecorator {
  return contactRule(
    'emailAddress',
    (value) => value.length <= 254 && isEmail(value),
    'This is no email address; write it like name@example.com.',
  );
}

/** The text is a phone number that exists, or is left out. */
export function PhoneNumber(): PropertyDecorator {
  return contactRule(
    'phoneNumber',
    (value) => value.length <= 40 && (parsePhoneNumberFromString(value, HOME)?.isValid() ?? false),
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
  return parsePhoneNumberFromString(phone, HOME)?.number ?? null;
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
