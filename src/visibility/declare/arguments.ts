import { Arg, type ArgOptions, Args, Extensions } from 'type-graphql';
import type { Audiences } from '../audience.js';
import type { ArgumentOrFieldChoices, Declaration, TypeThunk } from './declaration.js';

interface ArgumentChoices extends ArgumentOrFieldChoices, Pick<Declaration, 'bound'> {
  deprecationReason?: string;
}

/**
 * Declares an argument and its audiences. TypeGraphQL keeps no extensions of arguments, so the declaration is an
 * extension of the field, named `argument:<name>`.
 */
export function ArgFor(
  audiences: Audiences,
  name: string,
  description: string,
  type: TypeThunk,
  { about, bound, ...choices }: ArgumentChoices = {},
) {
  return (prototype: object, key: string, index: number) => {
    Arg(name, type as never, { description, ...choices } as ArgOptions)(prototype, key, index);
    const declaration: Declaration = { audiences, about, bound };
    Extensions({ [`argument:${name}`]: declaration })(prototype, key, undefined as never);
  };
}

/** Declares a class of arguments as one parameter, with the declaration of each argument. */
export function ArgsFor(type: () => new () => object, declarations: Record<string, Declaration>) {
  return (prototype: object, key: string, index: number) => {
    Args(type as never)(prototype, key, index);
    for (const [name, declaration] of Object.entries(declarations))
      Extensions({ [`argument:${name}`]: declaration })(prototype, key, undefined as never);
  };
}
