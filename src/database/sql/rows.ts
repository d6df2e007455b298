import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import { momentFrom } from './moment.js';

/** Entity class: mapped to a table, and declared as a GraphQL type with audiences. */
export type EntityClass<E = unknown> = (abstract new (
  ...args: never[]
) => E) & { listedBy?: string[] };

type RelationKeys<E> = {
  [K in keyof E]: NonNullable<E[K]> extends { id: string } ? K : never;
}[keyof E];

/** Row of an entity: its columns by property name, and `<relation>Id` for references. */
export type Row<E> = {
  [K in keyof E as E[K] extends (...args: never[]) => unknown
    ? never
    : K extends RelationKeys<E>
      ? never
      : K]: E[K];
} & {
  [K in RelationKeys<E> as `${K & string}Id`]: null extends E[K] ? string | null : string;
};

export interface Column {
  /** Name in the table: `starts_at`. */
  column: string;
  /** Name in the row: `startsAt`, `jobId`. */
  name: string;
  isTimestamp: boolean;
}

const columnsByEntity = new WeakMap<EntityMetadata, Column[]>();

/** Returns the columns of an entity. */
export function columnsOf(meta: EntityMetadata): Column[] {
  let columns = columnsByEntity.get(meta);
  if (!columns) {
    columns = meta.props.filter(isColumn).map((prop) => ({
      column: prop.fieldNames[0] as string,
      name: prop.kind === 'm:1' ? `${prop.name}Id` : prop.name,
      isTimestamp: prop.columnTypes?.[0]?.startsWith('timestamptz') ?? false,
    }));
    columnsByEntity.set(meta, columns);
  }
  return columns;
}

/** Returns the select list of an entity's columns (all, or the wanted ones), under their row names. */
export function selectList(
  meta: EntityMetadata,
  alias: string,
  wanted: (column: Column) => boolean = () => true,
): string {
  return columnsOf(meta)
    .filter(wanted)
    .map(({ column, name }) => `${alias}.${column} as "${name}"`)
    .join(', ');
}

/** Converts the timestamps of a raw row, which are PostgreSQL's text, to dates. Changes and returns the row. */
export function asRow<T extends object>(raw: T, meta: EntityMetadata): T {
  const row = raw as Record<string, unknown>;
  for (const { name, isTimestamp } of columnsOf(meta)) {
    if (isTimestamp && typeof row[name] === 'string') row[name] = momentFrom(row[name]);
  }
  return raw;
}

function isColumn(prop: EntityProperty): boolean {
  return prop.persist !== false && (prop.kind === 'scalar' || prop.kind === 'm:1');
}

/** Returns the `order by` list of an entity: its own order, or by creation. */
export function listedBy(entity: EntityClass, meta: EntityMetadata, alias: string): string {
  const names = entity.listedBy ?? ['id'];
  return names.map((name) => `${alias}.${columnNamed(meta, name)}`).join(', ');
}

/** Returns the column of a row name. Throws if there is none, which is a programming error. */
export function columnNamed(meta: EntityMetadata, name: string): string {
  const found = columnsOf(meta).find((column) => column.name === name);
  if (!found) throw new Error(`${meta.className} has no column for ${name}.`);
  return found.column;
}

/** Returns the row name of a reference: `jobId` for a relation `job`, the name itself for a plain column. */
export function keyOf(meta: EntityMetadata, belongsTo: string): string {
  return columnsOf(meta).some(({ name }) => name === belongsTo) ? belongsTo : `${belongsTo}Id`;
}
