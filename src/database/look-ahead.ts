import type { EntityMetadata, EntityProperty, MikroORM } from '@mikro-orm/postgresql';
import type { Lookup } from './reader.js';
import {
  asRow,
  type Column,
  columnNamed,
  columnsOf,
  listedBy,
  type RecordClass,
  selectList,
} from './rows.js';
import { assignedOnly, ONLY_JOBS_OF, owner, TODAY } from './scope.js';

/** How one record leads to others: to a list of those that belong to it, or to the one it belongs to. */
export interface Relation {
  record: () => RecordClass;
  /** For a list: the property by which its members say whose they are. */
  belongsTo?: string;
}

/** What an operation needs of each record of a class. */
export interface Shown {
  /** Names of the columns, besides its id; null: all of them. */
  columns: ReadonlySet<string> | null;
  relations: ReadonlyMap<string, Relation>;
  /** Questions that are answered along, one answer a record. */
  lookups?: ReadonlySet<Lookup<unknown>>;
  /** Relations that come as the JSON of the answer itself, each under the name `carriedAs` its place. */
  carried?: readonly CarriedRelation[];
}

/** A relation of which an answer says these columns, under these keys and in this order. */
export interface CarriedRelation {
  name: string;
  relation: Relation;
  columns: ({ key: string } & (
    | { column: string }
    | { constant: string }
    | { saidBy: (row: string, today: string) => string }
    | { related: CarriedRelation }
  ))[];
}

const unnamed = new Map<string, Map<string, Relation>>();

/** Names a relation that the graph does not show as such, so that it can be read ahead for what is worked out from it. */
export function hangsOn(parent: RecordClass, name: string, relation: Relation): void {
  const relations = unnamed.get(parent.name) ?? new Map<string, Relation>();
  unnamed.set(parent.name, relations.set(name, relation));
}

export function unnamedRelation(className: string, name: string): Relation | undefined {
  return unnamed.get(className)?.get(name);
}

export function carriedAs(at: number): string {
  return `carried ${at}`;
}

/** What an operation needs of the records it meets, by the name of their class. */
export type LookAhead = ReadonlyMap<string, Shown>;

/** Deeper relations than this are looked up when they are met. */
const DEEPEST = 4;

/** What was written for an operation is the same each time that it is asked. */
const written = new WeakMap<LookAhead, Map<string, string>>();

/** Reads of a record as much as an operation needs, with its relations along. */
export class LookingAhead {
  constructor(
    private readonly orm: MikroORM,
    private readonly ahead: LookAhead,
    /** Whether only somebody's jobs are read. */
    private readonly isScoped: boolean,
    private readonly answered: (
      question: Lookup<unknown>,
      id: string,
      row: Record<string, unknown> | null,
    ) => void,
  ) {}

  /** The columns of a record that are needed; `always` is whatever else the reader works with. */
  columns(meta: EntityMetadata, alias: string, always: string[] = []): string {
    const needed = this.ahead.get(meta.className)?.columns;
    if (!needed) return selectList(meta, alias);
    return selectList(meta, alias, ({ name }) => {
      return name === 'id' || needed.has(name) || always.includes(name);
    });
  }

  /** All that a record which is read first brings along, as further columns. */
  broughtBy(meta: EntityMetadata, alias: string): string {
    const texts = written.get(this.ahead) ?? new Map<string, string>();
    written.set(this.ahead, texts);
    const key = `${meta.className} ${alias} ${this.isScoped}`;
    const text = texts.get(key) ?? this.#along(meta, alias) + this.#carriedBy(meta, alias);
    texts.set(key, text);
    return text;
  }

  /** A record's relations, each as JSON: `, (select …) as "notes"`; and the answers about it. */
  #along(meta: EntityMetadata, alias: string, path: string[] = []): string {
    const onPath = [...path, meta.className];
    const relations = this.#relations(meta, path).map(([name, relation]) => {
      const related = this.#related(name, relation, meta, alias, (record, as) => {
        return this.columns(record, as) + this.#along(record, as, onPath);
      });
      return `, ${related} as "${name}"`;
    });
    const lookups = this.#lookups(meta).map(
      ([name, { of }]) => `, (select row_to_json(x) from (select ${of?.(alias)}) x) as "${name}"`,
    );
    return relations.join('') + lookups.join('');
  }

  /** What comes as the JSON of the answer itself: `, (select …)::text as "carried 0"`. */
  #carriedBy(meta: EntityMetadata, alias: string): string {
    const carried = this.ahead.get(meta.className)?.carried ?? [];
    return carried
      .map((each, at) => `, ${this.#carried(each, meta, alias)}::text as "${carriedAs(at)}"`)
      .join('');
  }

  #carried(
    { name, relation, columns }: CarriedRelation,
    parent: EntityMetadata,
    of: string,
  ): string {
    return this.#related(name, relation, parent, of, (meta, alias) =>
      columns.map((each) => `${this.#said(each, meta, alias)} as "${each.key}"`).join(', '),
    );
  }

  #said(said: CarriedRelation['columns'][number], meta: EntityMetadata, alias: string): string {
    if ('constant' in said) return `'${said.constant}'`;
    if ('saidBy' in said) return said.saidBy(alias, TODAY);
    if ('related' in said) return this.#carried(said.related, meta, alias);
    const column = `${alias}.${columnNamed(meta, said.column)}`;
    const { isTimestamp } = columnsOf(meta).find(({ name }) => name === said.column) as Column;
    return isTimestamp ? `to_char(${column} at time zone 'UTC', '${AS_WRITTEN}')` : column;
  }

  /** A row that came with its relations, with dates for times all the way down; its answers are handed over. */
  revived(row: Record<string, unknown>, meta: EntityMetadata, path: string[] = []): object {
    for (const [name, question] of this.#lookups(meta))
      this.answered(question, row.id as string, row[name] as Record<string, unknown> | null);
    for (const [name, { record }] of this.#relations(meta, path)) {
      const related = row[name] as Record<string, unknown>[] | Record<string, unknown> | null;
      const each = this.orm.getMetadata().get(record());
      for (const one of Array.isArray(related) ? related : related ? [related] : [])
        this.revived(one, each, [...path, meta.className]);
    }
    return asRow(row, meta);
  }

  #lookups(meta: EntityMetadata): [string, Lookup<unknown>][] {
    const lookups = [...(this.ahead.get(meta.className)?.lookups ?? [])];
    return lookups.map((each, at) => [`answer ${at}`, each]);
  }

  #relations(meta: EntityMetadata, path: string[]): [string, Relation][] {
    if (path.length >= DEEPEST) return [];
    const relations = this.ahead.get(meta.className)?.relations ?? new Map<string, Relation>();
    // Whoever is on the way already (the job of a quote of a job) is looked up when it is met.
    return [...relations].filter(
      ([, { record }]) => record().name !== meta.className && !path.includes(record().name),
    );
  }

  /** The relation as JSON: a list that may be empty, or one record or null. */
  #related(
    name: string,
    { record, belongsTo }: Relation,
    parent: EntityMetadata,
    of: string,
    columns: (meta: EntityMetadata, alias: string) => string,
  ): string {
    const meta = this.orm.getMetadata().get(record());
    const alias = `${of}_${name.toLowerCase()}`;
    const select = `select ${columns(meta, alias)} from ${meta.tableName} ${alias} where ${owner(meta, alias)} = $1`;
    const assigned = this.isScoped ? assignedOnly(meta, ONLY_JOBS_OF, alias) : '';
    if (!belongsTo) {
      const key = `${of}.${columnNamed(parent, `${name}Id`)}`;
      return `(select row_to_json(x) from (${select} and ${alias}.id = ${key}${assigned}) x)`;
    }
    const mine = `${alias}.${columnNamed(meta, keyOf(meta, belongsTo))} = ${of}.id`;
    const order = listedBy(record(), meta, alias);
    return `(select coalesce(json_agg(x), '[]') from (${select} and ${mine}${assigned} order by ${order}) x)`;
  }
}

/** A moment as GraphQL writes it: 2026-01-27T09:00:00.000Z */
const AS_WRITTEN = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/** Whether a column says, as JSON, just what a field of this GraphQL type would say of it. */
export function saysTheSame(
  { properties }: EntityMetadata,
  name: string,
  scalar: string,
  mayBeNull: boolean,
): boolean {
  const property = properties[name as never] as EntityProperty | undefined;
  if (property?.kind !== 'scalar' || property.persist === false) return false;
  if (property.nullable && !mayBeNull) return false;
  return (
    COLUMNS[scalar]?.includes(property.columnTypes?.[0]?.replace(/\(\d+\)$/, '') ?? '') ?? false
  );
}

/** The columns whose JSON PostgreSQL writes as GraphQL writes the scalar. */
const COLUMNS: Record<string, string[]> = {
  String: ['text'],
  ID: ['uuid', 'text'],
  Int: ['int', 'integer'],
  Boolean: ['boolean', 'bool'],
  // No column holds what is not a number: a constraint each sees to it.
  Float: ['double precision', 'double'],
  Date: ['date'],
  DateTime: ['timestamptz'],
};

/** The name that rows give to what they belong to: a reference is `jobId`, a plain column its own name. */
export function keyOf(meta: EntityMetadata, belongsTo: string): string {
  return columnsOf(meta).some(({ name }) => name === belongsTo) ? belongsTo : `${belongsTo}Id`;
}
