import { registerDecorator } from 'class-validator';
import { invalid } from '../visibility/refusals.js';

/** The text must have something in it, and at most this many characters. */
export function Text(most: number): PropertyDecorator {
  return textRule(
    'text',
    most,
    (value) => value.trim().length > 0,
    `Write something of at most ${count(most)} characters.`,
  );
}

/** The text may be left empty or null, but has at most this many characters. */
export function OptionalText(most: number): PropertyDecorator {
  return textRule('optionalText', most, () => true, `Write at most ${count(most)} characters.`);
}

function textRule(
  name: string,
  most: number,
  isEnough: (value: string) => boolean,
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
          (typeof value === 'string' && value.length <= most && isEnough(value)),
      },
    });
  };
}

function count(characters: number): string {
  return characters.toLocaleString('en');
}

/** The same rule for a text that is an argument of its own. */
export function checkText(value: string, most: number, field: string): void {
  if (value.trim().length === 0 || value.length > most) {
    throw invalid(field, `Write something of at most ${count(most)} characters.`);
  }
}
