import type { Relation } from '../sql/relation.js';
import type { EntityClass, Row } from '../sql/rows.js';

/**
 * Read access of one request. Staff read the live rows of their business, a client its publication; resolvers use
 * the reader and need not know which.
 */
export interface Reader {
  /** Returns a row by id; null if it does not exist or the principal may not see it. */
  find<E>(entity: EntityClass<E>, id: string | null | undefined): Promise<Row<E> | null>;
  /** Returns the row with this id, of whichever of these entities; null as `find` does. */
  findAny(
    entities: readonly ReadById[],
    id: string,
  ): Promise<{ entity: EntityClass; row: object } | null>;
  /**
   * Returns the rows that belong to a parent, in their listed order: `children(Note, 'job', job.id)`. With OUTPUT
   * they have only the columns that the operation needs.
   */
  children<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    purpose?: typeof OUTPUT,
  ): Promise<Row<E>[]>;
  /** Returns one page of all rows of the business. */
  page<E>(entity: EntityClass<E>, request: PageRequest): Promise<Page<Row<E>>>;
  /** Returns sums over all rows of the business that meet the conditions; null if there are too many to sum. */
  sums(entity: EntityClass, where: Condition[], sums: Sums): Promise<Record<string, number> | null>;
  /** Returns one page of the rows that belong to a parent; the same page of many parents is one statement. */
  childPage<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ): Promise<Page<Row<E>>>;
  /** Runs a lookup query of a noun, batched by id: `lookup(jobCosts, job.id)`. */
  lookup<V>(query: Lookup<V>, id: string): Promise<V | null>;
  /** Returns a computed field of one row, batched by id. */
  computed(entity: EntityClass, field: ComputedField, id: string): Promise<unknown>;
  /** Returns the rows of a relation with its own SQL, batched by id: a list, or one row or null. */
  related(parent: EntityClass, field: RelationField, id: string): Promise<unknown>;
}

/** Entity whose rows are read by their id alone. */
export interface ReadById {
  entity: EntityClass;
  /** Additional SQL condition, for the alias of a row. */
  whereSql?(row: string): string;
}

/** Field that returns a relation. */
export interface RelationField {
  name: string;
  relation: Relation;
}

/** Field that PostgreSQL computes from a row. */
export interface ComputedField {
  name: string;
  /** Expression for the alias of a row and a day in the time zone of the business. */
  computedSql(row: string, today: string): string;
}

/** Rows are read for the response only. */
export const OUTPUT = 'OUTPUT';

/** Batched lookup query: `$1` is the business, `$2` the ids; each result row has an `id`. */
export interface Lookup<V> {
  sql: string;
  answer(row: Record<string, unknown>): V;
}

/** Part of a list by Relay's rules: the first entries after a cursor, or the last ones before one. */
interface PageBounds {
  /** Page size; null is the default. */
  first: number | null;
  after?: string | null;
  /** Page size from the end of the list; excludes `first`. */
  last?: number | null;
  before?: string | null;
  /** Default of `first`; undefined is 50. */
  defaultFirst?: number;
}

/** Order of a list: by a column, or by an expression. */
export interface ListOrderBy {
  /** Column; for an expression the name that its cursors have. */
  property: string;
  direction: 'asc' | 'desc';
  /** Expression that is never null, for the alias of a row. */
  sql?(row: string): string;
  /** Type of the expression. */
  columnType?: string;
  /**
   * Statement for a time `settled_before` which no row that is not committed yet can precede. Only rows before it are
   * listed.
   */
  settledBefore?: string;
}

export interface PageRequest extends PageBounds {
  where?: Condition[];
  orderBy?: ListOrderBy;
}

/** Page of the rows that belong to a parent, newest first. */
export interface ChildPageRequest extends PageBounds {
  /** Additional SQL condition, for the alias of a row and the id of its parent. */
  whereSql?(row: string, parentId: string): string;
}

export type Condition =
  | { property: string; in: readonly unknown[] }
  | { property: string; before: string }
  /** Not before, or null. */
  | { property: string; notBefore: string }
  /** The row with this number, of those that are numbered in each business. */
  | { number: number }
  | { isNull: string }
  | { notNull: string }
  /** Found by the words of a search, in its search entry. */
  | { search: string }
  /** Condition in SQL, for the alias of a row; `bind` adds a parameter and returns its name. */
  | { sql: (row: string, bind: (value: unknown) => string) => string };

/** Aggregates by name, as SQL for the alias of a row and a day in the time zone of the business. */
export type Sums = Record<string, (row: string, today: string) => string>;

/** Page of a list. What its rows do not tell is read when it is asked for. */
export interface Page<R> {
  nodes: R[];
  edges: { cursor: string; node: R }[];
  pageInfo: {
    hasNextPage: boolean | Promise<boolean>;
    hasPreviousPage: boolean | Promise<boolean>;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Number of all entries; null if there are too many to count. */
  totalCount: number | null | Promise<number | null>;
}

/** Maximum length of a preloaded list in a client's row; a list of this length may have more rows in the database. */
export const MAX_AT_HAND = 500;

/** Returns a preloaded value, or looks it up if the row was read without it. */
export function preloaded<V>(value: unknown, lookUp: () => Promise<V>): V | Promise<V> {
  // Which relations were preloaded is known at run time only, so their type is asserted.
  return value === undefined ? lookUp() : (value as V);
}
