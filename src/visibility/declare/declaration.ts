import { Extensions } from 'type-graphql';
import type { Audience, Audiences } from '../audience.js';
import type { Bound, ListBound } from '../bounds.js';

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

export type TypeThunk = () => unknown;

/** What a field and an argument can be declared with alike. */
export interface ArgumentOrFieldChoices {
  nullable?: boolean | 'items' | 'itemsAndList';
  defaultValue?: unknown;
  name?: string;
  about?: string;
}

export type AnyDecorator = (target: object, key: string, descriptor?: never) => void;

export function declared(declaration: Declaration) {
  return Extensions({ visibility: declaration }) as PropertyDecorator & MethodDecorator;
}

export function both(first: unknown, second: unknown): PropertyDecorator & MethodDecorator {
  return ((target: object, key: string, descriptor: never) => {
    (first as AnyDecorator)(target, key, descriptor);
    (second as AnyDecorator)(target, key, descriptor);
  }) as PropertyDecorator & MethodDecorator;
}
