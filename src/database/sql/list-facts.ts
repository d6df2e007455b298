import type { EntityMetadata } from '@mikro-orm/postgresql';
import type { ChildPageRequest, Condition, PageRequest, Sums } from '../reader/reader.js';
import { childrenOf, entriesOf } from './list-conditions.js';
import { type Bind, ListOrder } from './list-order.js';
import { inScope, type LiveScope, TODAY } from './scope.js';

/** Entries of a list are counted up to here; a longer list has no total. */
export const MAX_COUNTED = 10_000;

/**
 * What a page tells about its list besides its rows: whether there are entries up to the cursor `after`, whether there
 * are entries from the cursor `before` on, and the number of all entries (null past MAX_COUNTED).
 */
export type Fact = 'UP_TO_AFTER' | 'FROM_BEFORE' | 'TOTAL';

/** Returns the statement for one fact about a list; its row has the `fact`. */
export function factStatement(
  meta: EntityMetadata,
  request: PageRequest,
  scope: LiveScope,
  fact: Fact,
) {
  const values = inScope(scope, MAX_COUNTED + 1);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = entriesOf(meta, request, scope, bind);
  const sql = factSql(meta, { ...request, where }, '$2', fact, bind);
  return { sql: `select $1::uuid as "id", $2::int as "max", ${sql} as "fact"`, values };
}

/** The same fact about the lists of several parents (`$2`), whose ids are `id`. */
export function childFactStatement(
  meta: EntityMetadata,
  belongsTo: string,
  request: ChildPageRequest,
  scope: LiveScope,
  parentIds: readonly string[],
  fact: Fact,
) {
  const values = inScope(scope, parentIds);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = childrenOf(meta, belongsTo, request, scope);
  const sql = factSql(meta, { ...request, where }, String(MAX_COUNTED + 1), fact, bind);
  return { sql: `select p.id, ${sql} as "fact" from unnest($2::uuid[]) p(id)`, values };
}

function factSql(
  meta: EntityMetadata,
  request: Pick<PageRequest, 'after' | 'before' | 'orderBy'> & { where: string[] },
  max: string,
  fact: Fact,
  bind: Bind,
): string {
  const from = `from ${meta.tableName} r where ${request.where.join(' and ')}`;
  if (fact === 'TOTAL')
    return `(select count(*)::int from (select 1 ${from} limit ${max}) counted)`;
  const order = new ListOrder(meta, request);
  const cursor = fact === 'UP_TO_AFTER' ? 'after' : 'before';
  return `exists (select ${from} and ${order.outside(cursor, request[cursor] ?? '', bind)})`;
}

/** Returns the statement for sums over all entries of a list; it reads at most MAX_COUNTED of them, and one more. */
export function sumsStatement(
  meta: EntityMetadata,
  where: Condition[],
  sums: Sums,
  scope: LiveScope,
) {
  const values = inScope(scope, MAX_COUNTED + 1);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const entries = entriesOf(meta, { first: null, where }, scope, bind).join(' and ');
  const columns = Object.entries(sums).map(
    ([name, sum]) => `coalesce(${sum('r', TODAY)}, 0)::float8 as "${name}"`,
  );
  const sql =
    `select $1::uuid as "id", count(*)::int as "count", ${columns.join(', ')} ` +
    `from (select r.* from ${meta.tableName} r where ${entries} limit $2) r`;
  return { sql, values };
}

/** Returns the sums of the statement's row; null past MAX_COUNTED, where they would leave entries out. */
export function sumsOf(row: Record<string, unknown> | undefined): Record<string, number> | null {
  if (!row || Number(row.count) > MAX_COUNTED) return null;
  return row as Record<string, number>;
}
