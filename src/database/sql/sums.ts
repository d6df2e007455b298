import type { EntityMetadata } from '@mikro-orm/postgresql';
import type { Condition, Sums } from '../reader/reader.js';
import { entriesOf } from './list-conditions.js';
import { MAX_COUNTED } from './list-facts.js';
import { inScope, type LiveScope, TODAY } from './scope.js';

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
