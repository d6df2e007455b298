import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import { type Carried, CarriedColumns, isTooLong } from './carried.js';
import { maxMembers } from './list-limits.js';
import { isList, RelatedRows, type Relation, recordOf } from './relation.js';
import { asRow, type Column, columnsOf, selectList } from './rows.js';
import { TODAY } from './scope.js';

/** What an operation needs of each record of a class. */
export interface Shown {
  /** Names of the columns, besides its id; null: all of them. */
  columns: ReadonlySet<string> | null;
  relations: ReadonlyMap<string, Relation>;
  /** What PostgreSQL works out, by the name of the field. */
  said: ReadonlyMap<string, (row: string, today: string) => string>;
  /** What comes as the JSON of the answer itself. */
  carried?: readonly Carried[];
}

/** What an operation needs of the records it meets, by the name of their class. */
export type LookAhead = ReadonlyMap<string, Shown>;

/** Deeper relations than this are looked up when they are met. */
const DEEPEST = 4;

/** What was written for an operation is the same each time that it is asked. */
const written = new WeakMap<LookAhead, Map<string, string>>();
const MOST_WRITTEN = 100;

/** Reads of a record as much as an operation needs, with its relations along. */
export class LookingAhead {
  readonly #related: RelatedRows;

  constructor(
    orm: MikroORM,
    private readonly ahead: LookAhead,
    /** Whether only somebody's jobs are read. */
    private readonly isScoped: boolean,
  ) {
    this.#related = new RelatedRows(orm, isScoped);
  }

  /** The columns of a record that are needed; `always` is whatever else the reader works with. */
  columns(meta: EntityMetadata, alias: string, always: string[] = []): string {
    const { columns = null } = this.ahead.get(meta.className) ?? {};
    const wanted = ({ name }: Column) =>
      !columns || name === 'id' || columns.has(name) || always.includes(name);
    return selectList(meta, alias, wanted) + this.#said(meta, alias);
  }

  /**
   * Reads records with all that they bring: every column, what is worked out, and their relations. `rest`
   * is what follows. The text is the same each time, which makes it quick to find what PostgreSQL knows of it.
   */
  statement(meta: EntityMetadata, alias: string, rest: string): string {
    const texts = written.get(this.ahead) ?? new Map<string, string>();
    written.set(this.ahead, texts);
    const key = `${meta.className} ${this.isScoped} ${rest}`;
    const text = texts.get(key) ?? `select ${this.#broughtBy(meta, alias)} ${rest}`;
    if (texts.size < MOST_WRITTEN) texts.set(key, text);
    return text;
  }

  #broughtBy(meta: EntityMetadata, alias: string): string {
    const { carried = [] } = this.ahead.get(meta.className) ?? {};
    const along = new CarriedColumns(this.#related).of(carried, meta, alias);
    // Who says all of itself has nothing left that somebody could ask of its row.
    if (carried.some((each) => 'self' in each)) return `${alias}.id as "id"${along}`;
    return selectList(meta, alias) + this.#said(meta, alias) + this.#along(meta, alias) + along;
  }

  #said(meta: EntityMetadata, alias: string): string {
    const columns = columnsOf(meta).map(({ name }) => name);
    // Where a column has the same name (a status), whoever works on the record works on with the column.
    return [...(this.ahead.get(meta.className)?.said ?? [])]
      .filter(([name]) => !columns.includes(name))
      .map(([name, by]) => `, ${by(alias, TODAY)} as "${name}"`)
      .join('');
  }

  /**
   * A record's relations, each as JSON: `, (select …) as "notes"`. A list with too many members is null, and
   * looked up by itself when it is met. `depth` is the number of lists around.
   */
  #along(meta: EntityMetadata, alias: string, path: string[] = [], depth = 0): string {
    const onPath = [...path, meta.className];
    const relations = this.#relations(meta, path).map(([name, relation]) => {
      const {
        record,
        alias: as,
        from,
      } = this.#related.of({
        name,
        relation,
        parent: meta,
        of: alias,
      });
      const list = isList(relation);
      const inside = record ? this.#along(record, as, onPath, list ? depth + 1 : depth) : '';
      const columns = record ? this.columns(record, as) + inside : this.#namesOf(relation, as);
      if (!list)
        return `, (select row_to_json(x) from (select ${columns} from ${from}) x) as "${name}"`;
      const most = maxMembers(depth, inside.includes('json_agg'), record);
      return (
        `, (select case when count(*) <= ${most} then coalesce(json_agg(x), '[]') end ` +
        `from (select ${columns} from ${from} limit ${most + 1}) x) as "${name}"`
      );
    });
    return relations.join('');
  }

  /** Whether a row lacks a list that was to be carried, as it has too many members. */
  isTooLong(row: Record<string, unknown>, meta: EntityMetadata): boolean {
    return isTooLong(row, this.ahead.get(meta.className)?.carried ?? []);
  }

  /** What is no record has columns of the names of its fields. */
  #namesOf(relation: Relation, alias: string): string {
    const { columns } = this.ahead.get(recordOf(relation).name) ?? {};
    return [...(columns ?? [])].map((name) => `${alias}.${name} as "${name}"`).join(', ');
  }

  /** A row that came with its relations, with dates for times all the way down. */
  revived(row: Record<string, unknown>, meta: EntityMetadata, path: string[] = []): object {
    for (const [name, relation] of this.#relations(meta, path)) {
      const record = this.#related.recordOf(relation);
      const related = row[name] as Record<string, unknown>[] | Record<string, unknown> | null;
      if (related === null && isList(relation)) delete row[name];
      if (!record || !related) continue;
      for (const one of isList(relation) ? (related as Record<string, unknown>[]) : [related])
        this.revived(one as Record<string, unknown>, record, [...path, meta.className]);
    }
    return asRow(row, meta);
  }

  #relations(meta: EntityMetadata, path: string[]): [string, Relation][] {
    if (path.length >= DEEPEST) return [];
    const { relations = [] } = this.ahead.get(meta.className) ?? {};
    // Whoever is on the way already (the job of a quote of a job) is looked up when it is met.
    return [...relations].filter(([, relation]) => {
      const { name } = recordOf(relation);
      return name !== meta.className && !path.includes(name);
    });
  }
}
