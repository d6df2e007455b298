import { registerEnumType } from 'type-graphql';
import type { Audiences } from '../audience.js';

const enumAudiences = new Map<string, (value: string) => Audiences>();

/**
 * Registers an enum with a description of each value. All values have the audiences of the enum, or each has its own by a
 * function.
 */
export function declareEnum<E extends Record<string, string>>(
  values: E,
  name: string,
  audiences: Audiences | ((value: keyof E) => Audiences),
  description: string,
  meanings: Record<keyof E, string>,
): void {
  const valuesConfig = Object.fromEntries(
    Object.entries(meanings).map(([value, meaning]) => [value, { description: meaning as string }]),
  );
  registerEnumType(values, {
    name,
    description,
    valuesConfig: valuesConfig as never,
  });
  enumAudiences.set(name, typeof audiences === 'function' ? audiences : () => audiences);
}

/** Returns the audiences of a value of an enum, or undefined if the enum was not declared. */
export function audiencesOfEnum(name: string, value: string): Audiences | undefined {
  return enumAudiences.get(name)?.(value);
}
