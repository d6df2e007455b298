import type { EntityMetadata, EntityProperty } from '@mikro-orm/postgresql';
import { invalid } from '../visibility/refusals.js';
import { type Cursor, cursorIn, cursorText } from './cursors.js';
import type { ChildPageRequest, Condition, Page, PageOrder, PageRequest } from './reader.js';
import { columnNamed, keyOf } from './rows.js';
import {
  assignedOnly,
  inScope,
  KNOWN_SCOPE,
  type LiveScope,
  ONLY_JOBS_OF,
  owner,
} from './scope.js';

const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 50;

/**
 * The statement of one page, after its columns: rows after the cursor, one more than asked for to know if
 * there is a next.
 */
export function pageStatement(meta: EntityMetadata, request: PageRequest, scope: LiveScope) {
  const first = sizeOf(request);
  const values = inScope(scope, first + 1);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { property, direction } = orderOf(request);
  const column = columnNamed(meta, property);
  const where = [
    `${owner(meta)} = $1`,
    KNOWN_SCOPE,
    ...(request.where ?? []).map((condition) => conditionSql(meta, condition, bind)),
    ...(request.after
      ? [afterCursor(cursorIn(request.after, listOf(meta, request)), column, direction, bind)]
      : []),
  ];
  const scoped = scope.onlyJobsOf ? assignedOnly(meta, ONLY_JOBS_OF) : '';
  const rest =
    `, r.${column}::text as "cursorValue" from ${meta.tableName} r ` +
    `where ${where.join(' and ')}${scoped} ` +
    `order by r.${column} ${direction}, r.id ${direction} limit $2`;
  return { rest, values };
}

/** The same for the records that belong to each of several parents (`$2`): a page of each, by one statement. */
export function childPageStatement(
  meta: EntityMetadata,
  belongsTo: string,
  request: ChildPageRequest,
  scope: LiveScope,
  parentIds: readonly string[],
) {
  const values = inScope(scope, parentIds);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { property, direction } = orderOf(request);
  const column = columnNamed(meta, property);
  const parent = columnNamed(meta, keyOf(meta, belongsTo));
  const where = [
    `${owner(meta)} = $1`,
    KNOWN_SCOPE,
    `r.${parent} = p.id`,
    ...(request.whereSql ? [request.whereSql('r', 'p.id')] : []),
    ...(request.after
      ? [afterCursor(cursorIn(request.after, listOf(meta, request)), column, direction, bind)]
      : []),
  ];
  const scoped = scope.onlyJobsOf ? assignedOnly(meta, ONLY_JOBS_OF) : '';
  const order = `r.${column} ${direction}, r.id ${direction}`;
  const limit = `${bind(sizeOf(request) + 1)}::int`;
  const rest =
    `, r.${column}::text as "cursorValue", p.id as "parentId" from unnest($2::uuid[]) p(id) ` +
    `cross join lateral (select r.* from ${meta.tableName} r ` +
    `where ${where.join(' and ')}${scoped} order by ${order} limit ${limit}) r order by p.id, ${order}`;
  return { rest, values };
}

/** A page of records that are at hand already, as those of a publication are. */
export function pageOfList<R extends { id: string }>(
  className: string,
  list: readonly R[],
  request: ChildPageRequest,
): Page<R> {
  const { property, direction } = orderOf(request);
  const sign = direction === 'asc' ? 1 : -1;
  const compare = (a: readonly string[], b: readonly string[]) =>
    sign * (compareText(a[0], b[0]) || compareText(a[1], b[1]));
  const placeOf = (each: R) => [textOf(each[property as keyof R]), each.id] as const;
  const after = request.after ? placeIn(className, request.after, request) : null;
  const rest = list
    .filter((each) => !after || compare(placeOf(each), after) > 0)
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
  const size = sizeOf(request);
  const rows = rest.slice(0, size + 1).map((each) => ({ ...each, cursorValue: placeOf(each)[0] }));
  return pageOf(className, rows, request);
}

/** The value and id of the record that a page of a list at hand begins after. */
function placeIn(className: string, after: string, request: ChildPageRequest) {
  const { value, id } = cursorIn(after, {
    name: nameOfList(className, request),
    columnType: 'text',
  });
  return [value, id] as const;
}

/** The id of the record that a page begins after; throws as `cursorIn` does. */
export function cursorId(className: string, request: ChildPageRequest): string | undefined {
  return request.after ? placeIn(className, request.after, request)[1] : undefined;
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Cuts the extra row off and gives each row its cursor. */
export function pageOf<R>(
  className: string,
  rows: R[],
  request: { first: number | null; orderBy?: PageOrder },
): Page<R> {
  const nodes = rows.slice(0, sizeOf(request));
  const name = nameOfList(className, request);
  const edges = nodes.map((node) => ({ cursor: cursorText(name, node as never), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > nodes.length,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function sizeOf({ first }: Pick<PageRequest, 'first'>): number {
  const size = first ?? USUAL_PER_PAGE;
  if (Number.isInteger(size) && size >= 1 && size <= MOST_PER_PAGE) return size;
  throw invalid('first', `Ask for 1 to ${MOST_PER_PAGE} at a time.`);
}

function orderOf({ orderBy }: { orderBy?: PageOrder }): PageOrder {
  return orderBy ?? { property: 'id', direction: 'desc' };
}

/** The list that a cursor belongs to: it says nothing of another list, nor of another order of the same. */
function listOf(meta: EntityMetadata, request: { orderBy?: PageOrder }) {
  const { columnTypes } = meta.properties[orderOf(request).property as never] as EntityProperty;
  return { name: nameOfList(meta.className, request), columnType: columnTypes[0] ?? '' };
}

function nameOfList(className: string, request: { orderBy?: PageOrder }): string {
  const { property, direction } = orderOf(request);
  return `${className} ${property} ${direction}`;
}

function afterCursor(
  { value, id }: Cursor,
  column: string,
  direction: 'asc' | 'desc',
  bind: (value: unknown) => string,
): string {
  return `(r.${column}, r.id) ${direction === 'asc' ? '>' : '<'} (${bind(value)}, ${bind(id)})`;
}

function conditionSql(
  meta: EntityMetadata,
  condition: Condition,
  bind: (value: unknown) => string,
): string {
  if ('in' in condition)
    return `r.${columnNamed(meta, condition.property)}::text = any(${bind(condition.in)})`;
  if ('before' in condition)
    return `r.${columnNamed(meta, condition.property)} < ${bind(condition.before)}`;
  if ('notBefore' in condition) {
    const column = `r.${columnNamed(meta, condition.property)}`;
    return `(${column} is null or ${column} >= ${bind(condition.notBefore)})`;
  }
  if ('isNull' in condition) return `r.${columnNamed(meta, condition.isNull)} is null`;
  if ('either' in condition)
    return `(${condition.either.map((each) => conditionSql(meta, each, bind)).join(' or ')})`;
  const pattern = bind(`%${condition.contains.replace(/[\\%_]/g, '\\$&')}%`);
  return `(${condition.anyOf.map((property) => `r.${columnNamed(meta, property)} ilike ${pattern}`).join(' or ')})`;
}
