import { type Bound, Bounded, inWords, OutOfBound, opaque } from '../../visibility/bounds.js';
import { cleanLine, cleanText, isVisible } from '../clean-text.js';

/** Required text of one or more lines and at most `maxLength` characters; refused when nothing in it is visible. */
export function text(maxLength: number): Bound {
  return required(maxLength, cleanText);
}

/** Required text on one line, such as a name or a title. */
export function oneLine(maxLength: number): Bound {
  return required(maxLength, cleanLine);
}

/** Text that may be empty or null; text with nothing visible is stored as empty. */
export function optionalText(maxLength: number): Bound {
  return optional(maxLength, cleanText);
}

/** Optional text on one line. */
export function optionalLine(maxLength: number): Bound {
  return optional(maxLength, cleanLine);
}

export const Text = (maxLength: number): PropertyDecorator => Bounded(text(maxLength));
export const OneLine = (maxLength: number): PropertyDecorator => Bounded(oneLine(maxLength));
export const OptionalText = (maxLength: number): PropertyDecorator =>
  Bounded(optionalText(maxLength));
export const OptionalLine = (maxLength: number): PropertyDecorator =>
  Bounded(optionalLine(maxLength));

/** A password of at most 1,024 characters, not cleaned. New passwords: `staff/sessions/password-rule.ts`. */
export const password: Bound = {
  read(value) {
    if ((value as string).length <= 1_024) return value;
    throw new OutOfBound('A password has at most 1,024 characters.');
  },
};

/** Token of a link that was mailed to staff; longer text is no token. */
export const mailedTokenBound: Bound = opaque(200);

/** Short code of a portal link, with whatever is typed around it. */
export const portalCodeBound: Bound = opaque(100);

/** Code of an authenticator app, or a recovery code. */
export const secondFactorCode: Bound = opaque(40);

type Clean = (text: string) => string;

function required(maxLength: number, clean: Clean): Bound {
  const sentence = `Write something of at most ${inWords(maxLength)} characters.`;
  return bounded(maxLength, sentence, (value) => {
    const cleaned = clean(value);
    return cleaned.length <= maxLength && isVisible(cleaned) ? cleaned : null;
  });
}

function optional(maxLength: number, clean: Clean): Bound {
  const sentence = `Write at most ${inWords(maxLength)} characters.`;
  return bounded(maxLength, sentence, (value) => {
    const cleaned = clean(value);
    if (cleaned.length > maxLength) return null;
    return isVisible(cleaned) ? cleaned : '';
  });
}

/** Before cleaning, text may be this many times longer than its bound; longer text is refused uncleaned. */
const MAX_GROWTH = 4;

function bounded(
  maxLength: number,
  sentence: string,
  read: (value: string) => string | null,
): Bound {
  return {
    says: `At most ${inWords(maxLength)} characters.`,
    read(value) {
      const raw = value as string;
      if (raw.length > MAX_GROWTH * maxLength) throw new OutOfBound(sentence);
      refuseNul(raw);
      const cleaned = read(raw);
      if (cleaned === null) throw new OutOfBound(sentence);
      return cleaned;
    },
  };
}

/** Throws OutOfBound on a NUL character, which PostgreSQL cannot store and no person types. */
export function refuseNul(text: string): void {
  if (text.includes('\0'))
    throw new OutOfBound('The text has characters that cannot be stored; take them out.');
}
