import type { GraphQLInputObjectType } from 'graphql';
import { Extensions } from 'type-graphql';

/** Rule about several fields of one input type. */
export interface InputRule<I = Record<string, unknown>> {
  /** Fields that the rule reads; it is not applied while one of them has a fault of its own. */
  fields: readonly (keyof I & string)[];
  /** Throws VALIDATION_FAILED for values that do not go together. They are clean and within bounds. */
  check(input: I, path: string): void;
}

/**
 * Declares the rules of an input class, which need no data. They are checked together with the bounds of the fields
 * (`bounded-inputs.ts`), so that all faults of a form are in one error.
 */
export function InputRules<I>(...rules: InputRule<I>[]): ClassDecorator {
  return Extensions({ [RULES]: rules }) as ClassDecorator;
}

/** Returns the rules of an input type of the built schema. */
export function rulesOf({ extensions }: GraphQLInputObjectType): readonly InputRule[] {
  return (extensions[RULES] as InputRule[] | undefined) ?? [];
}

const RULES = 'rules';
