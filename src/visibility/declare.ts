import {
  Arg,
  type ArgOptions,
  Extensions,
  Field,
  FieldResolver,
  Mutation,
  Query,
  registerEnumType,
  Subscription,
  type SubscriptionOptions,
} from 'type-graphql';
import type { Audiences } from './audience.js';
import type { Bound, ListBound } from './bounds.js';

/**
 * What a declaration leaves behind on the built schema. `about` names the output field that a filter,
 * an order or a search reads: it may be no more visible than that field.
 */
export interface Declaration {
  audiences: Audiences;
  about?: string;
  /** What an argument may be; input fields have theirs by a decorator (`bounds.ts`). */
  bound?: Bound | ListBound;
  /** Worked out by a method; every other field is what its row says. */
  resolved?: true;
  /** Names of the row that the method works it out from. Where nothing is said, it may be any of them. */
  needs?: readonly string[];
  /**
   * The same in SQL, for a row that goes by `row`, on a day of the business's calendar. A test holds the
   * two against each other.
   */
  saidBy?(row: string, today: string): string;
}

type TypeThunk = () => unknown;

interface FieldChoices {
  nullable?: boolean | 'items' | 'itemsAndList';
  defaultValue?: unknown;
  name?: string;
  about?: string;
}

interface ArgumentChoices extends FieldChoices, Pick<Declaration, 'bound'> {}

interface ResolvedFieldChoices extends FieldChoices, Pick<Declaration, 'needs' | 'saidBy'> {
  /** The same for a field that shows records: what follows `from` in SQL, where they go by `shown`. */
  saidFrom?(shown: string, row: string): string;
}

const enumAudiences = new Map<string, Audiences>();

/**
 * Makes a property or method a GraphQL field of its class and names who may see it. There is no other
 * way to make a field, so a field without an audience cannot be written.
 */
export function FieldFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { about, ...choices }: FieldChoices = {},
) {
  return both(
    Field(type as never, { description, ...choices } as never),
    // Under another name than its row's, it takes a method to find it.
    declared({ audiences, about, resolved: choices.name ? true : undefined }),
  );
}

/** A field whose value is worked out by a resolver method rather than carried by the row. */
export function ResolvedFieldFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { about, needs, saidBy, saidFrom, ...choices }: ResolvedFieldChoices = {},
) {
  const field = both(
    FieldResolver(type as never, { description, ...choices }),
    declared({ audiences, about, resolved: true, needs, saidBy }),
  );
  const relation = { shows: type, saidFrom };
  return saidFrom ? both(field, Extensions({ relation })) : field;
}

/** A query that these audiences may call; anyone else is refused before it runs. */
export function QueryFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  choices: FieldChoices = {},
) {
  return both(Query(type as never, { description, ...choices }), declared({ audiences }));
}

/** A mutation that these audiences may call; anyone else is refused before it runs. */
export function MutationFor(audiences: Audiences, description: string, type: TypeThunk) {
  return both(Mutation(type as never, { description }), declared({ audiences }));
}

/** A subscription that these audiences may open; the guard stands at `subscribe` too. */
export function SubscriptionFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  subscribe: SubscriptionOptions['subscribe'],
) {
  return both(
    Subscription(type as never, { description, subscribe } as never),
    declared({ audiences }),
  );
}

/**
 * An argument, open to whoever may call its operation. Arguments have no carrier of their own in the
 * built schema, so the declaration is written on the field as `argument:<name>`.
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

/** Registers an enum; every value needs its meaning, and is seen by the audiences of the whole. */
export function declareEnum<E extends Record<string, string>>(
  values: E,
  name: string,
  audiences: Audiences,
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
  enumAudiences.set(name, audiences);
}

/** Who sees the values of an enum, or undefined when nobody declared it. */
export function audiencesOfEnum(name: string): Audiences | undefined {
  return enumAudiences.get(name);
}

function declared(declaration: Declaration) {
  return Extensions({ visibility: declaration }) as PropertyDecorator & MethodDecorator;
}

type AnyDecorator = (target: object, key: string, descriptor?: never) => void;

function both(first: unknown, second: unknown): PropertyDecorator & MethodDecorator {
  return ((target: object, key: string, descriptor: never) => {
    (first as AnyDecorator)(target, key, descriptor);
    (second as AnyDecorator)(target, key, descriptor);
  }) as PropertyDecorator & MethodDecorator;
}
