import {
  Arg,
  type ArgOptions,
  Args,
  Extensions,
  Field,
  FieldResolver,
  Mutation,
  Query,
  registerEnumType,
  Subscription,
  type SubscriptionOptions,
} from 'type-graphql';
import type { Audience, Audiences } from './audience.js';
import type { Bound, ListBound } from './bounds.js';
import { IS_KEYED, idempotencyKey, KEY_DESCRIPTION, type WithoutKey } from './inputs/repeats.js';
import { admits } from './rules.js';

/**
 * Extension of a field or argument of the built schema. `about` names the output fields that a filter, an order or a
 * search reads; its audiences must all see those fields.
 */
export interface Declaration {
  audiences: Audiences;
  about?: string;
  /** Bound of an argument; input fields have theirs by a decorator (`bounds.ts`). */
  bound?: Bound | ListBound;
  /** Set if a resolver method returns the value; otherwise the field is a column of its row. */
  resolved?: true;
  /** Columns that the resolver method reads. Undefined: all columns are fetched. */
  columns?: readonly string[];
  /**
   * Value as an SQL expression, for the alias of a row, a day in the time zone of the business, and who reads it. A test
   * compares it with the resolver.
   */
  computedSql?(row: string, today: string, audience: Audience): string;
  /**
   * Value from published values, which have no row: a field receives the object in the client's view, a query the
   * whole portal session. `today` is the day in the time zone of the business, `sign` makes the address of a path that
   * needs no token. A test compares it with the resolver.
   */
  published?(values: Record<string, unknown>, today: () => string, sign: SignPath): unknown;
  /**
   * Set for a field of live records that a client's view does not hold, not even as null: a view made before the field
   * existed has the same content.
   */
  liveOnly?: true;
  /**
   * Set for a shared field that views of before it do not hold: null is left out of a view, so that what was published earlier
   * has the same content.
   */
  absentWhenNull?: true;
  /** Property of a field that has another name in the schema. */
  column?: string;
  /**
   * Set if the field shows staff a copy of what a client sees, made by `CopyOf`. Tests derive from it where copies can
   * appear, and the schema which types have them.
   */
  copy?: true;
  /** Entity class that a query reads and returns unchanged: one entity or a page of them. */
  reads?(): unknown;
}

/** Returns the signed address of a path for the caller. */
export type SignPath = (path: string | null) => string | null;

type TypeThunk = () => unknown;

interface ArgumentOrFieldChoices {
  nullable?: boolean | 'items' | 'itemsAndList';
  defaultValue?: unknown;
  name?: string;
  about?: string;
}

interface FieldChoices
  extends ArgumentOrFieldChoices,
    Pick<Declaration, 'liveOnly' | 'absentWhenNull'> {}

interface ArgumentChoices extends ArgumentOrFieldChoices, Pick<Declaration, 'bound'> {
  deprecationReason?: string;
}

interface ResolvedFieldChoices
  extends FieldChoices,
    Pick<Declaration, 'columns' | 'computedSql' | 'published' | 'copy' | 'liveOnly'> {
  /** For a field of related entities: the SQL after `from`, for the aliases of the related row and of the parent. */
  relationSql?(related: string, row: string): string;
}

const enumAudiences = new Map<string, (value: string) => Audiences>();

/**
 * Declares a property or method as a GraphQL field with the audiences that see it. There is no other way to declare
 * a field, so none is without audiences.
 */
export function FieldFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { about, liveOnly, absentWhenNull, ...choices }: FieldChoices = {},
) {
  const field = Field(type as never, { description, ...choices } as never);
  if (!choices.name) return both(field, declared({ audiences, about, liveOnly, absentWhenNull }));
  // A field that is not named as its column needs a resolver.
  const renamed = (target: object, key: string) =>
    (declared({ audiences, about, resolved: true, columns: [key], column: key }) as AnyDecorator)(
      target,
      key,
    );
  return both(field, renamed);
}

/** Declares a field whose value a resolver method returns. */
export function ResolvedFieldFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  {
    about,
    columns,
    computedSql,
    published,
    copy,
    relationSql,
    liveOnly,
    ...choices
  }: ResolvedFieldChoices = {},
) {
  const field = both(
    FieldResolver(type as never, { description, ...choices }),
    declared({
      audiences,
      about,
      resolved: true,
      columns,
      computedSql,
      published,
      copy,
      liveOnly,
    }),
  );
  const relation = { type, relationSql };
  return relationSql ? both(field, Extensions({ relation })) : field;
}

/** Declares a query that these audiences may call; others are refused before it runs. */
export function QueryFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { reads, published, ...choices }: FieldChoices & Pick<Declaration, 'reads' | 'published'> = {},
) {
  return both(
    Query(type as never, { description, ...choices }),
    declared({ audiences, reads, published }),
  );
}

interface MutationChoices {
  deprecationReason?: string;
  /** Why it takes no idempotency key. */
  withoutKey?: WithoutKey;
  /** Whether it declares the argument `key` itself and stores the key with what it makes. */
  ownKey?: boolean;
}

/**
 * Declares a mutation that these audiences may call; others are refused before it runs. It takes an optional argument
 * `key` besides: a request with a key is done once (`server/graphql/done-once.ts`), for which the method does nothing.
 */
export function MutationFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { withoutKey, ownKey = false, ...choices }: MutationChoices = {},
) {
  const mutation = both(
    Mutation(type as never, { description, ...choices }),
    declared({ audiences }),
  );
  if (ownKey) return mutation;
  return both(mutation, withoutKey ? Extensions({ withoutKey }) : keyed(audiences));
}

/** Declares a subscription that these audiences may open; others are refused at `subscribe` too. */
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

/** Parameter index of the argument `key`: after those of the method, which ignores it. */
const KEY_INDEX = 1_000;

/** Adds the argument `key` to a mutation. */
function keyed(audiences: Audiences) {
  const argument = ArgFor(audiences, 'key', KEY_DESCRIPTION, () => String, {
    nullable: true,
    bound: idempotencyKey,
  });
  const marked = Extensions({ [IS_KEYED]: true }) as AnyDecorator;
  return (prototype: object, name: string) => {
    argument(prototype, name, KEY_INDEX);
    marked(prototype, name);
  };
}

/** Declares who reads the records of a type by their ID: for these audiences it implements `Node`. */
export function NodeFor(audiences: Audiences) {
  return Extensions({ node: { audiences } }) as ClassDecorator;
}

/** Audiences for which a type implements `Node`; undefined if it was not declared. */
export function nodeAudiences(type: { extensions: object }): Audiences | undefined {
  return (type.extensions as { node?: { audiences: Audiences } }).node?.audiences;
}

/** Whether this audience may learn that a type implements an interface, and get it as that. */
export function implementsFor(
  audience: Audience,
  type: { extensions: object },
  interfaceName: string,
): boolean {
  if (interfaceName !== 'Node') return true;
  const audiences = nodeAudiences(type);
  return audiences !== undefined && admits(audiences, audience);
}

/** Declares a class of arguments as one parameter, with the declaration of each argument. */
export function ArgsFor(type: () => new () => object, declarations: Record<string, Declaration>) {
  return (prototype: object, key: string, index: number) => {
    Args(type as never)(prototype, key, index);
    for (const [name, declaration] of Object.entries(declarations))
      Extensions({ [`argument:${name}`]: declaration })(prototype, key, undefined as never);
  };
}

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
