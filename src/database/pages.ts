import type { EntityMetadata, EntityProperty } from '@mikro-orm/postgresql';
import { invalid } from '../visibility/refusals.js';
import { type Cursor, cursorIn, cursorText } from './cursors.js';
import type { ChildPageRequest, Condition, Page, PageRequest } from './reader.js';
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
  const parent = columnNamed(meta, keyOf(meta, belongsTo));
  const where = [
    `${owner(meta)} = $1`,
    KNOWN_SCOPE,
    `r.${parent} = p.id`,
    ...(request.whereSql ? [request.whereSql('r', 'p.id')] : []),
    ...(request.after
      ? [afterCursor(cursorIn(request.after, listOf(meta, {})), 'id', 'desc', bind)]
      : []),
  ];
  const scoped = scope.onlyJobsOf ? assignedOnly(meta, ONLY_JOBS_OF) : '';
  const limit = `${bind(sizeOf(request) + 1)}::int`;
  const rest =
    `, r.id::text as "cursorValue", p.id as "parentId" from unnest($2::uuid[]) p(id) ` +
    `cross join lateral (select r.* from ${meta.tableName} r ` +
    `where ${where.join(' and ')}${scoped} order by r.id desc limit ${limit}) r order by p.id, r.id desc`;
  return { rest, values };
}

/** A page of records that are at hand already, as those of a publication are. */
export function pageOfList<R extends { id: string }>(
  className: string,
  list: readonly R[],
  request: ChildPageRequest,
): Page<R> {
  const after = cursorId(className, request)?.toLowerCase();
  const rest = list
    .filter(({ id }) => !after || id < after)
    .sort((a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0));
  const rows = rest.slice(0, sizeOf(request) + 1);
  return pageOf(
    className,
    rows.map((each) => ({ ...each, cursorValue: each.id })),
    request,
  );
}

/** The id of the record that a child page begins after; throws as `cursorIn` does. */
export function cursorId(className: string, { after }: ChildPageRequest): string | undefined {
  return after
    ? cursorIn(after, { name: nameOfList(className, {}), columnType: 'uuid' }).id
    : undefined;
}

/** Cuts the extra row off and gives each row its cursor. */
export function pageOf<R>(
  className: string,
  rows: R[],
  request: Pick<PageRequest, 'first' | 'orderBy'>,
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

function orderOf({ orderBy }: Pick<PageRequest, 'orderBy'>) {
  return orderBy ?? { property: 'id', direction: 'desc' as const };
}

/** The list that a cursor belongs to: it says nothing of another list, nor of another order of the same. */
function listOf(meta: EntityMetadata, request: Pick<PageRequest, 'orderBy'>) {
  const { columnTypes } = meta.properties[orderOf(request).property as never] as EntityProperty;
  return { name: nameOfList(meta.className, request), columnType: columnTypes[0] ?? '' };
}

function nameOfList(className: string, request: Pick<PageRequest, 'orderBy'>): string {
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
