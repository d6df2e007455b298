import type { EntityMetadata } from '@mikro-orm/postgresql';
import type { ChildPageRequest, PageRequest } from '../reader/reader.js';
import { childrenOf, entriesOf } from './list-conditions.js';
import { ListOrder } from './list-order.js';
import { sliceOf } from './page-size.js';
import { inScope, type LiveScope } from './scope.js';

/**
 * Returns the statement of one page, without its select list: rows after the cursor, and one more than the page size
 * to know whether there are more. A page of the last entries is read from the end.
 */
export function pageStatement(meta: EntityMetadata, request: PageRequest, scope: LiveScope) {
  const { size, isBackward } = sliceOf(request);
  const values = inScope(scope, size + 1);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const order = new ListOrder(meta, request);
  const where = [...entriesOf(meta, request, scope, bind), ...order.between(request, bind)];
  const rest =
    `, ${order.column}::text as "cursorValue" from ${meta.tableName} r ` +
    `where ${where.join(' and ')} order by ${order.by(isBackward)} limit $2`;
  return { rest, values };
}

/** Returns the statement of the same page of several parents (`$2`), without its select list. */
export function childPageStatement(
  meta: EntityMetadata,
  belongsTo: string,
  request: ChildPageRequest,
  scope: LiveScope,
  parentIds: readonly string[],
) {
  const { size, isBackward } = sliceOf(request);
  const values = inScope(scope, parentIds);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const order = new ListOrder(meta, {});
  const where = [
    ...childrenOf(meta, belongsTo, request, scope),
    ...order.between(request, bind),
  ].join(' and ');
  const limit = `${bind(size + 1)}::int`;
  const by = order.by(isBackward);
  const rest =
    `, r.id::text as "cursorValue", p.id as "parentId" from unnest($2::uuid[]) p(id) ` +
    `cross join lateral (select r.* from ${meta.tableName} r ` +
    `where ${where} order by ${by} limit ${limit}) r order by p.id, ${by}`;
  return { rest, values };
}
