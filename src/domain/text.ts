import { type Bound, Bounded, inWords, OutOfBound } from '../visibility/bounds.js';
import { cleanLine, cleanText, isVisible } from './clean-text.js';

/** A text, on as many lines as it takes, in which a person sees something: at most so many characters. */
export function text(maxLength: number): Bound {
  return required(maxLength, cleanText);
}

/** The same on one line: a name, a title. */
export function oneLine(maxLength: number): Bound {
  return required(maxLength, cleanLine);
}

/** A text that may be left empty or null; one in which nothing is seen counts as empty. */
export function optionalText(maxLength: number): Bound {
  return optional(maxLength, cleanText);
}

/** The same on one line. */
export function optionalLine(maxLength: number): Bound {
  return optional(maxLength, cleanLine);
}

export const Text = (maxLength: number): PropertyDecorator => Bounded(text(maxLength));
export const OneLine = (maxLength: number): PropertyDecorator => Bounded(oneLine(maxLength));
export const OptionalText = (maxLength: number): PropertyDecorator =>
  Bounded(optionalText(maxLength));
export const OptionalLine = (maxLength: number): PropertyDecorator =>
  Bounded(optionalLine(maxLength));

/** A password: at most so many characters, taken as it is. What a new one must have is `staff/password-rule.ts`. */
export const password: Bound = {
  read(value) {
    if ((value as string).length <= 1_024) return value;
    throw new OutOfBound('A password has at most 1,024 characters.');
  },
};

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

/** So much longer may a text be before what nobody sees is taken out of it; a longer one is not looked through. */
const MAX_GROWTH = 4;

function bounded(
  maxLength: number,
  sentence: string,
  read: (value: string) => string | null,
): Bound {
  return {
    says: `At most ${inWords(maxLength)} characters.`,
    read(value) {
      const given = value as string;
      if (given.length > MAX_GROWTH * maxLength) throw new OutOfBound(sentence);
      refuseNul(given);
      const cleaned = read(given);
      if (cleaned === null) throw new OutOfBound(sentence);
      return cleaned;
    },
  };
}

/** A program sent it, and not a person: PostgreSQL stores no such text. */
export function refuseNul(text: string): void {
  if (text.includes('\0'))
    throw new OutOfBound('The text has characters that cannot be stored; take them out.');
}
