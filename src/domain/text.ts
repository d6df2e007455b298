import { registerDecorator, type ValidationArguments } from 'class-validator';
import { invalid } from '../visibility/refusals.js';

/** The text must have something in it, and at most this many characters. */
export function Text(most: number): PropertyDecorator {
  return textRule('text', (value) => faultOf(value, most));
}

/** The text may be left empty or null, but has at most this many characters. */
export function OptionalText(most: number): PropertyDecorator {
  return textRule('optionalText', (value) =>
    faultOf(value, most, `Write at most ${count(most)} characters.`),
  );
}

/** The same rule for a text that is an argument of its own. */
export function checkText(value: string, most: number, field: string): void {
  const fault = faultOf(value, most);
  if (fault) throw invalid(field, fault);
}

/** What is wrong with a text; `onlyTooLong` is the sentence where an empty one is fine. */
function faultOf(value: string, most: number, onlyTooLong?: string): string | null {
  if (value.includes('\0')) return 'The text has characters that cannot be stored; take them out.';
  const isEmpty = onlyTooLong === undefined && value.trim().length === 0;
  if (!isEmpty && value.length <= most) return null;
  return onlyTooLong ?? `Write something of at most ${count(most)} characters.`;
}

function textRule(name: string, fault: (value: string) => string | null): PropertyDecorator {
  const faultIn = (value: unknown) => {
    if (value === undefined || value === null) return null;
    return typeof value === 'string' ? fault(value) : 'This must be a text.';
  };
  return (target, key) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: key as string,
      validator: {
        validate: (value: unknown) => faultIn(value) === null,
        defaultMessage: (args?: ValidationArguments) => faultIn(args?.value) ?? '',
      },
    });
  };
}

function count(characters: number): string {
  return characters.toLocaleString('en');
}
