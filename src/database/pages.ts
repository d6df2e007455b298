import type { EntityMetadata, EntityProperty } from '@mikro-orm/postgresql';
import { invalid } from '../visibility/refusals.js';
import { type Cursor, cursorIn, cursorText } from './cursors.js';
import type { Condition, Page, PageRequest } from './reader.js';
import { columnNamed } from './rows.js';
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

/** Cuts the extra row off and gives each row its cursor. */
export function pageOf<R>(meta: EntityMetadata, rows: R[], request: PageRequest): Page<R> {
  const nodes = rows.slice(0, sizeOf(request));
  const { name } = listOf(meta, request);
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

function sizeOf({ first }: PageRequest): number {
  const size = first ?? USUAL_PER_PAGE;
  if (Number.isInteger(size) && size >= 1 && size <= MOST_PER_PAGE) return size;
  throw invalid('first', `Ask for 1 to ${MOST_PER_PAGE} at a time.`);
}

function orderOf({ orderBy }: PageRequest) {
  return orderBy ?? { property: 'id', direction: 'desc' as const };
}

/** The list that a cursor belongs to: it says nothing of another list, nor of another order of the same. */
function listOf(meta: EntityMetadata, request: PageRequest) {
  const { property, direction } = orderOf(request);
  const { columnTypes } = meta.properties[property as never] as EntityProperty;
  return { name: `${meta.tableName} ${property} ${direction}`, columnType: columnTypes[0] ?? '' };
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
  if ('either' in condition)
    return `(${condition.either.map((each) => conditionSql(meta, each, bind)).join(' or ')})`;
  const pattern = bind(`%${condition.contains.replace(/[\\%_]/g, '\\$&')}%`);
  return `(${condition.anyOf.map((property) => `r.${columnNamed(meta, property)} ilike ${pattern}`).join(' or ')})`;
}
