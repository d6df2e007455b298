import { Extensions } from 'type-graphql';

/**
 * Limits of an input value. The server does not start unless every input field and argument has one
 * (`bounded-inputs.ts`). Declared at the field (`@Text(200)`) or with the argument (`bound: text(200)`).
 */
export interface Bound {
  /** Sentence for the API documentation, such as "At most 200 characters." */
  says?: string;
  /** Returns the cleaned value; throws OutOfBound. */
  read(value: unknown): unknown;
}

/** Limits of an input list. `items` bounds each item whose type has no bound of its own. */
export interface ListBound {
  says?: string;
  maxItems: number;
  tooMany: string;
  items?: Bound;
}

/** Thrown by `read`; the message is one sentence that says what to do. */
export class OutOfBound extends Error {}

/** Declares the bound of an input field: `@Bounded(text(200))`. */
export function Bounded(bound: Bound | ListBound): PropertyDecorator {
  return (prototype, key) => {
    boundsOf(prototype.constructor).set(key as string, bound);
    Extensions({ bound })(prototype, key as string, undefined as never);
  };
}

/** Declares the maximum number of items of a list field. */
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
  const says = `At most ${inWords(maxItems)} items.${items?.says ? ` Each: ${items.says}` : ''}`;
  return { says, maxItems, tooMany, items };
}

/** Whole number from `min` to `max`. */
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

/** Maximum of GraphQL's Int and PostgreSQL's `int`. */
export const MAX_INT = 2_147_483_647;

/** Non-negative number, such as a version. */
export const counter = wholeNumber(0, MAX_INT);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Id that no entity has. */
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/**
 * Id of an entity. Text that is no UUID becomes the id that no entity has, so each operation answers "not found" in
 * its own words, and resolvers receive UUIDs only.
 */
export const entityId: Bound = {
  read: (value) => (UUID.test(value as string) ? (value as string).toLowerCase() : NIL_UUID),
};

/** Opaque text that is only compared, not stored or shown: unchanged, with a maximum length in characters. */
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
 * Checks values that did not pass through GraphQL (the enquiry form) against the bounds of an input class. Returns
 * the cleaned values and all faults.
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
