import type { RecordClass, Row } from './rows.js';

/**
 * What a request reads through. Staff get one over the live rows of their business; a client gets one
 * over its publication. A resolver asks its reader and never who is asking.
 */
export interface Reader {
  /** One record by id, or null when it does not exist or is not this principal's to see. */
  find<E>(record: RecordClass<E>, id: string | null | undefined): Promise<Row<E> | null>;
  /**
   * The records that belong to a parent, in their listed order: `children(Note, 'job', job.id)`. Those
   * that are only SHOWN have the columns that the operation needs, and no others.
   */
  children<E>(
    record: RecordClass<E>,
    belongsTo: string,
    parentId: string,
    shown?: typeof SHOWN,
  ): Promise<Row<E>[]>;
  /** One page of a list that begins at the business. */
  page<E>(record: RecordClass<E>, request: PageRequest): Promise<Page<Row<E>>>;
  /** One page of the records that belong to a parent; the same page of many parents is one statement. */
  childPage<E>(
    record: RecordClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ): Promise<Page<Row<E>>>;
  /** A statement of a noun's own, batched by id: `lookup(jobCosts, job.id)`. */
  lookup<V>(question: Lookup<V>, id: string): Promise<V | null>;
}

/** What is read goes straight into the answer. */
export const SHOWN = 'SHOWN';

/** A batched question: `$1` is the business, `$2` the ids; each answer row has `id`. */
export interface Lookup<V> {
  sql: string;
  answer(row: Record<string, unknown>): V;
}

/** A question about rows of a table whose answer PostgreSQL works out, a row at a time: `… as "unread"`. */
export function workedOut<V>(
  table: string,
  columns: (row: string) => string,
  answer: (row: Record<string, unknown>) => V,
): Lookup<V> {
  const sql = `select r.id, ${columns('r')} from ${table} r where r.business_id = $1 and r.id = any($2)`;
  return { sql, answer };
}

export interface PageRequest {
  /** 50 when nobody says. */
  first: number | null;
  after?: string | null;
  where?: Condition[];
  orderBy?: { property: string; direction: 'asc' | 'desc' };
}

/** A page of what belongs to one record, last made first. */
export interface ChildPageRequest {
  first: number | null;
  after?: string | null;
  /** A further condition in SQL, for a row and the id of its parent. */
  whereSql?(row: string, parentId: string): string;
}

export type Condition =
  | { property: string; in: readonly unknown[] }
  | { property: string; before: string }
  /** Not before, or without a value. */
  | { property: string; notBefore: string }
  | { isNull: string }
  | { anyOf: string[]; contains: string }
  | { either: Condition[] };

export interface Page<R> {
  nodes: R[];
  edges: { cursor: string; node: R }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A list of a client's row that is this long may have more, which only its reader can page through. */
export const MAX_AT_HAND = 500;

/** A row may have come with its relations (a publication has); only what it lacks is looked up. */
export function brought<V>(value: unknown, lookUp: () => Promise<V>): V | Promise<V> {
  // Which relations came along is known at run time only; what came is what would be looked up.
  return value === undefined ? lookUp() : (value as V);
}
