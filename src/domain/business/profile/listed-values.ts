import { type Bound, Bounded, OutOfBound } from '../../../visibility/bounds.js';

/** Bounds a field to an IANA time zone. */
export const TimeZone = (): PropertyDecorator =>
  Bounded(
    oneOf(
      () => [...Intl.supportedValuesOf('timeZone'), 'UTC'],
      'This is no time zone that we know; choose one such as Australia/Sydney.',
    ),
  );

/** Bounds a field to an ISO 4217 currency. */
export const Currency = (): PropertyDecorator =>
  Bounded(
    oneOf(
      () => Intl.supportedValuesOf('currency'),
      'This is no currency that we know; write its three letters, such as AUD.',
    ),
  );

const MAX_LENGTH = 64;

function oneOf(values: () => string[], sentence: string): Bound {
  let known: Set<string> | undefined;
  return {
    says: `At most ${MAX_LENGTH} characters, from the list of Intl.supportedValuesOf.`,
    read(value) {
      known ??= new Set(values());
      if (known.has(value as string)) return value;
      throw new OutOfBound(sentence);
    },
  };
}
