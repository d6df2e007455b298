import type { Condition, ListOrderBy } from '../../../database/reader/reader.js';
import type { EntityClass } from '../../../database/sql/rows.js';
import type { Audience } from '../../../visibility/audience.js';
import { SETTLED_BEFORE, updatedAtSql } from '../updated-at.js';

/** Sort orders that lists have in common; each list has an enum with these and its own. */
export const COMMON_ORDERS = {
  NEWEST_FIRST: 'NEWEST_FIRST',
  OLDEST_FIRST: 'OLDEST_FIRST',
  UPDATED_AT: 'UPDATED_AT',
  RECENTLY_UPDATED: 'RECENTLY_UPDATED',
} as const;
export type CommonOrder = keyof typeof COMMON_ORDERS;

/** Descriptions of the common orders. */
export const COMMON_ORDER_MEANINGS: Record<CommonOrder, string> = {
  NEWEST_FIRST: 'By creation, newest first.',
  OLDEST_FIRST: 'By creation, oldest first.',
  UPDATED_AT:
    'By last change (`updatedAt`), earliest first: to follow changes. A change appears once no earlier one can appear any more, so who goes on from the last `endCursor` misses none.',
  RECENTLY_UPDATED: 'By last change (`updatedAt`), latest first.',
};

/** Returns a common order as SQL, for the audience whose `updatedAt` it is. */
export function commonOrder(
  entity: EntityClass,
  order: CommonOrder,
  audience: Audience,
): ListOrderBy {
  if (order === 'NEWEST_FIRST') return { property: 'id', direction: 'desc' };
  if (order === 'OLDEST_FIRST') return { property: 'id', direction: 'asc' };
  const byUpdate = {
    property: 'updatedAt',
    columnType: 'timestamptz',
    sql: (row: string) => updatedAtSql(entity, row, audience),
  };
  return order === 'UPDATED_AT'
    ? { ...byUpdate, direction: 'asc', settledBefore: SETTLED_BEFORE }
    : { ...byUpdate, direction: 'desc' };
}

/** Rows that this audience saw change at that time or later; all rows without one. */
export function updatedSince(
  entity: EntityClass,
  since: Date | null | undefined,
  audience: Audience,
): Condition[] {
  if (!since) return [];
  const updatedAt = (row: string) => updatedAtSql(entity, row, audience);
  const from = since.toISOString();
  return [{ sql: (row, bind) => `${updatedAt(row)} >= ${bind(from)}::timestamptz` }];
}

/** Description of `updatedSince` in filters. */
export const UPDATED_SINCE =
  'Changed at this time or later (`updatedAt`). Changes of what you may not see do not count.';
