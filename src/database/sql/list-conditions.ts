import type { EntityMetadata } from '@mikro-orm/postgresql';
import type { ChildPageRequest, Condition, PageRequest } from '../reader/reader.js';
import { searchSql } from '../search/search-sql.js';
import type { Bind } from './list-order.js';
import { columnNamed, keyOf } from './rows.js';
import { assignedOnly, KNOWN_SCOPE, type LiveScope, ONLY_JOBS_OF, owner } from './scope.js';

/** Conditions for the entries of a list. */
export function entriesOf(
  meta: EntityMetadata,
  { where = [] }: PageRequest,
  scope: LiveScope,
  bind: Bind,
): string[] {
  const conditions = where.map((condition) => conditionSql(meta, condition, bind));
  return [`${owner(meta)} = $1`, KNOWN_SCOPE, ...conditions, ...assignedConditions(meta, scope)];
}

/** Conditions for the entries of a parent `p`. */
export function childrenOf(
  meta: EntityMetadata,
  belongsTo: string,
  { whereSql }: ChildPageRequest,
  scope: LiveScope,
): string[] {
  return [
    `${owner(meta)} = $1`,
    KNOWN_SCOPE,
    `r.${columnNamed(meta, keyOf(meta, belongsTo))} = p.id`,
    ...(whereSql ? [whereSql('r', 'p.id')] : []),
    ...assignedConditions(meta, scope),
  ];
}

function assignedConditions(meta: EntityMetadata, { onlyJobsOf }: LiveScope): string[] {
  const condition = onlyJobsOf ? assignedOnly(meta, ONLY_JOBS_OF) : '';
  return condition ? [condition.replace(/^ and /, '')] : [];
}

function conditionSql(
  meta: EntityMetadata,
  condition: Condition,
  bind: (value: unknown) => string,
): string {
  if ('in' in condition)
    return `r.${columnNamed(meta, condition.property)}::text = any(${bind(condition.in)})`;
  if ('sql' in condition) return condition.sql('r', bind);
  if ('before' in condition)
    return `r.${columnNamed(meta, condition.property)} < ${bind(condition.before)}`;
  if ('notBefore' in condition) {
    const column = `r.${columnNamed(meta, condition.property)}`;
    return `(${column} is null or ${column} >= ${bind(condition.notBefore)})`;
  }
  if ('number' in condition) return `r.number = ${bind(condition.number)}::int`;
  if ('isNull' in condition) return `r.${columnNamed(meta, condition.isNull)} is null`;
  if ('notNull' in condition) return `r.${columnNamed(meta, condition.notNull)} is not null`;
  return searchSql(meta, condition.search, bind);
}
