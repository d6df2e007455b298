import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import { maxMembers } from '../sql/list-limits.js';
import { entityOf, isList, RelatedRows, type Relation } from '../sql/relation.js';
import { asRow, type Column, columnsOf, selectList } from '../sql/rows.js';
import { TODAY } from '../sql/scope.js';

/** Fields of an entity class that an operation needs. */
interface EntitySelection {
  /** Names of the columns besides the id; null: all columns. */
  columns: ReadonlySet<string> | null;
  relations: ReadonlyMap<string, Relation>;
  /** SQL expressions of computed fields, by field name. */
  computed: ReadonlyMap<string, (row: string, today: string) => string>;
}

/** Fields that an operation needs, by the name of the entity class. */
export type SelectionPlan = ReadonlyMap<string, EntitySelection>;

/** Deeper relations are not preloaded, but looked up by their resolvers. */
const MAX_DEPTH = 4;

/** Statement texts by plan, so that the same operation sends the same text. */
const statementTexts = new WeakMap<SelectionPlan, Map<string, string>>();
const MAX_TEXTS_PER_PLAN = 100;

/** Builds statements that read the columns an operation needs, with preloaded relations. */
export class SelectionReader {
  readonly #related: RelatedRows;

  constructor(
    orm: MikroORM,
    private readonly plan: SelectionPlan,
    /** Whether only the jobs assigned to one staff member are read. */
    private readonly isScoped: boolean,
  ) {
    this.#related = new RelatedRows(orm, isScoped);
  }

  /** Returns the select list of the needed columns and computed fields; `always` adds columns that the reader needs. */
  columns(meta: EntityMetadata, alias: string, always: string[] = []): string {
    const { columns = null } = this.plan.get(meta.className) ?? {};
    const wanted = ({ name }: Column) =>
      !columns || name === 'id' || columns.has(name) || always.includes(name);
    return selectList(meta, alias, wanted) + this.#computedColumns(meta, alias);
  }

  /**
   * Returns a statement that reads all columns, computed fields and relations; `rest` is the SQL after the select list.
   * The text is the same each time, so that PostgreSQL reuses its plan.
   */
  statement(meta: EntityMetadata, alias: string, rest: string): string {
    const texts = statementTexts.get(this.plan) ?? new Map<string, string>();
    statementTexts.set(this.plan, texts);
    const key = `${meta.className} ${this.isScoped} ${rest}`;
    const text = texts.get(key) ?? `select ${this.#allColumns(meta, alias)} ${rest}`;
    if (texts.size < MAX_TEXTS_PER_PLAN) texts.set(key, text);
    return text;
  }

  #allColumns(meta: EntityMetadata, alias: string): string {
    return (
      selectList(meta, alias) +
      this.#computedColumns(meta, alias) +
      this.#relationColumns(meta, alias)
    );
  }

  #computedColumns(meta: EntityMetadata, alias: string): string {
    const columns = columnsOf(meta).map(({ name }) => name);
    // A column of the same name (such as a status) must not be overwritten: resolvers read it.
    return [...(this.plan.get(meta.className)?.computed ?? [])]
      .filter(([name]) => !columns.includes(name))
      .map(([name, sql]) => `, ${sql(alias, TODAY)} as "${name}"`)
      .join('');
  }

  /**
   * Returns the relations, each as JSON: `, (select …) as "notes"`. A list with too many members is null and is read
   * by a statement of its own. `depth` is the number of enclosing lists.
   */
  #relationColumns(meta: EntityMetadata, alias: string, path: string[] = [], depth = 0): string {
    const onPath = [...path, meta.className];
    const relations = this.#relations(meta, path).map(([name, relation]) => {
      const {
        entity,
        alias: as,
        from,
      } = this.#related.of({
        name,
        relation,
        parent: meta,
        of: alias,
      });
      const list = isList(relation);
      const nested = entity
        ? this.#relationColumns(entity, as, onPath, list ? depth + 1 : depth)
        : '';
      const columns = entity ? this.columns(entity, as) + nested : this.#fieldColumns(relation, as);
      if (!list)
        return `, (select row_to_json(x) from (select ${columns} from ${from}) x) as "${name}"`;
      const max = maxMembers(depth, nested.includes('json_agg'), entity);
      return (
        `, (select case when count(*) <= ${max} then coalesce(json_agg(x), '[]') end ` +
        `from (select ${columns} from ${from} limit ${max + 1}) x) as "${name}"`
      );
    });
    return relations.join('');
  }

  /** Rows of a relation without a table have columns named as their fields. */
  #fieldColumns(relation: Relation, alias: string): string {
    const { columns } = this.plan.get(entityOf(relation).name) ?? {};
    return [...(columns ?? [])].map((name) => `${alias}.${name} as "${name}"`).join(', ');
  }

  /** Converts the timestamps of a row and of its preloaded relations to dates. Changes and returns the row. */
  withDates(row: Record<string, unknown>, meta: EntityMetadata, path: string[] = []): object {
    for (const [name, relation] of this.#relations(meta, path)) {
      const entity = this.#related.entityOf(relation);
      const related = row[name] as Record<string, unknown>[] | Record<string, unknown> | null;
      if (related === null && isList(relation)) delete row[name];
      if (!entity || !related) continue;
      for (const one of isList(relation) ? (related as Record<string, unknown>[]) : [related])
        this.withDates(one as Record<string, unknown>, entity, [...path, meta.className]);
    }
    return asRow(row, meta);
  }

  #relations(meta: EntityMetadata, path: string[]): [string, Relation][] {
    if (path.length >= MAX_DEPTH) return [];
    const { relations = [] } = this.plan.get(meta.className) ?? {};
    // A class that is on the path already (the job of a quote of a job) is not preloaded again.
    return [...relations].filter(([, relation]) => {
      const { name } = entityOf(relation);
      return name !== meta.className && !path.includes(name);
    });
  }
}
