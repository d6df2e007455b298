import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import { momentFrom } from './moment.js';

/** A class that is a table row, a GraphQL type and a visibility declaration at once. */
export type RecordClass<E = unknown> = (abstract new (
  ...args: never[]
) => E) & { listedBy?: string[] };

type RelationKeys<E> = {
  [K in keyof E]: NonNullable<E[K]> extends { id: string } ? K : never;
}[keyof E];

/** A record as read: its columns by property name, and `<relation>Id` for what it belongs to. */
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
  /** as in the table: `starts_at` */
  column: string;
  /** as in the row: `startsAt`, `jobId` */
  name: string;
  isTimestamp: boolean;
}

const known = new WeakMap<EntityMetadata, Column[]>();

/** The columns of a record's table with the names that its rows give them. */
export function columnsOf(meta: EntityMetadata): Column[] {
  let columns = known.get(meta);
  if (!columns) {
    columns = meta.props.filter(isColumn).map((prop) => ({
      column: prop.fieldNames[0] as string,
      name: prop.kind === 'm:1' ? `${prop.name}Id` : prop.name,
      isTimestamp: prop.columnTypes?.[0]?.startsWith('timestamptz') ?? false,
    }));
    known.set(meta, columns);
  }
  return columns;
}

/** `select` list of a record's columns (all, or those that are wanted), under their row names. */
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

/** Raw rows carry timestamps as PostgreSQL's text; from here on they are dates. */
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

/** The order in which a record is listed everywhere: its own, or by creation. */
export function listedBy(record: RecordClass, meta: EntityMetadata, alias: string): string {
  const names = record.listedBy ?? ['id'];
  return names.map((name) => `${alias}.${columnNamed(meta, name)}`).join(', ');
}

/** The column behind a property or row name; asking for one that is not there is a mistake of ours. */
export function columnNamed(meta: EntityMetadata, name: string): string {
  const found = columnsOf(meta).find((each) => each.name === name);
  if (!found) throw new Error(`${meta.className} has no column for ${name}.`);
  return found.column;
}

/** The name that rows give to what they belong to: a reference is `jobId`, a plain column its own name. */
export function keyOf(meta: EntityMetadata, belongsTo: string): string {
  return columnsOf(meta).some(({ name }) => name === belongsTo) ? belongsTo : `${belongsTo}Id`;
}
