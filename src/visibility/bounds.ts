import { Extensions } from 'type-graphql';

/**
 * What a value that comes in may be. Every input field and argument has one, or the server does not start
 * (`bounded-inputs.ts`); it is declared beside the field (`@Text(200)`) or with the argument (`bound: text(200)`).
 */
export interface Bound {
  /** One sentence for the documentation of the API, such as "At most 200 characters." */
  says?: string;
  /** The value as it is used from here on, cleaned; throws OutOfBound. */
  read(value: unknown): unknown;
}

/** What a list that comes in may be: so many items, each within a bound of its own where its type has none. */
export interface ListBound {
  says?: string;
  maxItems: number;
  tooMany: string;
  items?: Bound;
}

/** Thrown by `read`: one sentence that says what to do about it. */
export class OutOfBound extends Error {}

/** Declares the bound of an input field: `@Bounded(text(200))`. */
export function Bounded(bound: Bound | ListBound): PropertyDecorator {
  return (prototype, key) => {
    boundsOf(prototype.constructor).set(key as string, bound);
    Extensions({ bound })(prototype, key as string, undefined as never);
  };
}

/** Declares how many items a list has at most. */
export function ListOf(
  maxItems: number,
  items?: Bound,
  tooMany = `Send at most ${inWords(maxItems)} at once.`,
): PropertyDecorator {
  return Bounded(listOf(maxItems, items, tooMany));
}

export function listOf(
  maxItems: number,
  items?: Bound,
  tooMany = `Send at most ${inWords(maxItems)} at once.`,
): ListBound {
  return { says: `At most ${inWords(maxItems)} items.`, maxItems, tooMany, items };
}

/** A whole number from `min` to `max`. */
export function wholeNumber(
  min: number,
  max: number,
  sentence = `Use a whole number from ${inWords(min)} to ${inWords(max)}.`,
): Bound {
  return {
    says: `From ${inWords(min)} to ${inWords(max)}.`,
    read(value) {
      if (Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max)
        return value;
      throw new OutOfBound(sentence);
    },
  };
}

/** The largest number that an Int of GraphQL and an `int` of PostgreSQL hold. */
export const MAX_INT = 2_147_483_647;

/** A number that counts something, such as a version. */
export const counter = wholeNumber(0, MAX_INT);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** No record has this id. */
const NOBODYS_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The id of a record. A text that is no UUID is read as the id that no record has: so it leads to "not found" in
 * the words of each operation, and nothing behind this point meets an id of another shape or size.
 */
export const recordId: Bound = {
  read: (value) => (UUID.test(value as string) ? (value as string).toLowerCase() : NOBODYS_ID),
};

/** An opaque text that is compared and not stored or shown: at most so many characters, taken as it is. */
export function opaque(maxLength: number): Bound {
  return {
    says: `At most ${inWords(maxLength)} characters.`,
    read(value) {
      if ((value as string).length <= maxLength) return value;
      throw new OutOfBound(`Send at most ${inWords(maxLength)} characters.`);
    },
  };
}

/**
 * Reads values that did not come through GraphQL (the enquiry form) by the bounds of an input class. Answers
 * them as they are used from here on, and everything that is wrong with them.
 */
export function readByBounds<T extends object>(
  input: new () => T,
  values: Record<string, string>,
): { input: T; faults: { field: string; sentence: string }[] } {
  const read = new input() as Record<string, unknown>;
  const faults: { field: string; sentence: string }[] = [];
  for (const [field, bound] of boundsOf(input)) {
    if (!('read' in bound) || values[field] === undefined) continue;
    try {
      read[field] = bound.read(values[field]);
    } catch (error) {
      if (!(error instanceof OutOfBound)) throw error;
      faults.push({ field, sentence: error.message });
    }
  }
  return { input: read as T, faults };
}

export function inWords(number: number): string {
  return number.toLocaleString('en');
}

const byClass = new WeakMap<object, Map<string, Bound | ListBound>>();

function boundsOf(input: object): Map<string, Bound | ListBound> {
  const bounds = byClass.get(input) ?? new Map<string, Bound | ListBound>();
  byClass.set(input, bounds);
  return bounds;
}
