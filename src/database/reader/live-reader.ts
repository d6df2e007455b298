import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { childFactStatement, type Fact, sumsOf, sumsStatement } from '../sql/list-facts.js';
import { pageOf } from '../sql/page-of.js';
import { childPageStatement, pageStatement } from '../sql/pages.js';
import { entityOf, isList, type Relation } from '../sql/relation.js';
import {
  asRow,
  columnNamed,
  type EntityClass,
  keyOf,
  listedBy,
  type Row,
  selectList,
} from '../sql/rows.js';
import { TODAY } from '../sql/scope.js';
import { isUuid } from '../sql/uuid.js';
import type { LiveStatements } from './live-statements.js';
import type {
  ChildPageRequest,
  ComputedField,
  Condition,
  Lookup,
  OUTPUT,
  Page,
  PageRequest,
  ReadById,
  Reader,
  RelationField,
  Sums,
} from './reader.js';
import { type SelectionPlan, SelectionReader } from './selection-plan.js';

const EMPTY_PLAN: SelectionPlan = new Map();

/**
 * Reads the live rows of one business, with one batched statement for each kind of read. Belongs to one request (or one
 * change in it) and is never shared between callers.
 */
export class LiveReader implements Reader {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();
  readonly #selection: SelectionReader;

  constructor(
    private readonly orm: MikroORM,
    private readonly statements: LiveStatements,
    selectionPlan: SelectionPlan = EMPTY_PLAN,
  ) {
    this.#selection = new SelectionReader(orm, selectionPlan, statements.isScoped);
  }

  async find<E>(entity: EntityClass<E>, id: string | null | undefined): Promise<Row<E> | null> {
    if (!isUuid(id)) return null;
    const meta = this.#meta(entity);
    const loader = this.#loader(`find ${meta.className}`, async (ids) => {
      const where = `r.id = any($2)${this.statements.assigned(meta)}`;
      // Relations are preloaded for one row; for many rows a statement for each relation is cheaper.
      const rows =
        ids.length === 1
          ? await this.#withRelations(meta, where, ids)
          : await this.#rows(meta, where, ids);
      return byKey(rows, ids, 'id');
    });
    return loader.load(id) as Promise<Row<E> | null>;
  }

  async findAny(
    entities: readonly ReadById[],
    id: string,
  ): Promise<{ entity: EntityClass; row: object } | null> {
    if (!isUuid(id) || entities.length === 0) return null;
    const metas = new Map(entities.map(({ entity }) => [this.#meta(entity).className, entity]));
    const found = entities.map((entity) => this.#foundAs(entity)).join(' union all ');
    const sql = `select n."row" ->> 'id' as "id", n.* from (${found}) n limit 1`;
    const [raw] = await this.statements.read(sql, this.statements.values(id));
    const entity = raw && metas.get(String(raw.entity));
    if (!entity) return null;
    const row = this.#selection.withDates(raw.row as never, this.#meta(entity));
    return { entity, row };
  }

  /** Returns the query of one row by id (`$2`) as JSON, with the name of its entity. */
  #foundAs({ entity, whereSql }: ReadById): string {
    const meta = this.#meta(entity);
    const more = whereSql ? ` and ${whereSql('r')}` : '';
    const from = this.statements.from(meta, `r.id = $2${this.statements.assigned(meta)}${more}`);
    const row = this.#selection.statement(meta, 'r', from);
    return `select '${meta.className}' as "entity", to_json(x) as "row" from (${row}) x`;
  }

  async children<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    purpose?: typeof OUTPUT,
  ) {
    const meta = this.#meta(entity);
    const key = keyOf(meta, belongsTo);
    const loader = this.#loader(`${meta.className} of ${belongsTo} ${purpose}`, async (ids) => {
      const where = `r.${columnNamed(meta, key)} = any($2)${this.statements.assigned(meta)} order by ${listedBy(entity, meta, 'r')}`;
      const columns = purpose && this.#selection.columns(meta, 'r', [key]);
      return groupedBy(await this.#rows(meta, where, ids, columns), ids, key);
    });
    return loader.load(parentId) as Promise<Row<E>[]>;
  }

  async page<E>(entity: EntityClass<E>, asked: PageRequest): Promise<Page<Row<E>>> {
    const meta = this.#meta(entity);
    const isBehind = asked.orderBy?.settledBefore !== undefined;
    const request = isBehind ? await this.statements.settled(asked) : asked;
    const selection = this.#selection;
    const { rest, values } = pageStatement(meta, request, this.statements.scope);
    const rows = await this.statements.read(selection.statement(meta, 'r', rest), values);
    return pageOf(
      meta.className,
      rows.map((row) => selection.withDates(row, meta) as Row<E>),
      request,
      this.statements.factsOf(meta, request),
    );
  }

  async sums(entity: EntityClass, where: Condition[], sums: Sums) {
    const { sql, values } = sumsStatement(this.#meta(entity), where, sums, this.statements.scope);
    const [row] = await this.statements.read(sql, values);
    return sumsOf(row);
  }

  async childPage<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ): Promise<Page<Row<E>>> {
    const meta = this.#meta(entity);
    const { first, after, last, before } = request;
    const name = `page of ${meta.className} by ${belongsTo} ${first} ${after} ${last} ${before}`;
    const loader = this.#loader(name, async (ids) => {
      const selection = this.#selection;
      const { rest, values } = childPageStatement(
        meta,
        belongsTo,
        request,
        this.statements.scope,
        ids,
      );
      const raw = await this.statements.read(selection.statement(meta, 'r', rest), values);
      const rows = raw.map((row) => selection.withDates(row, meta) as Record<string, unknown>);
      return groupedBy(rows, ids, 'parentId').map((group, at) => {
        const id = ids[at] as string;
        const factOf = (fact: Fact) =>
          this.#childFact(`${fact} of ${name}`, meta, belongsTo, request, fact, id);
        return pageOf(meta.className, group, request, factOf);
      });
    });
    return loader.load(parentId) as Promise<Page<Row<E>>>;
  }

  #childFact(
    name: string,
    meta: EntityMetadata,
    belongsTo: string,
    request: ChildPageRequest,
    fact: Fact,
    parentId: string,
  ): Promise<unknown> {
    const loader = this.#loader(name, async (ids) => {
      const { scope } = this.statements;
      const { sql, values } = childFactStatement(meta, belongsTo, request, scope, ids, fact);
      const rows = byKey(await this.statements.read(sql, values), ids, 'id');
      return rows.map((row) => (row as { fact?: unknown } | null)?.fact ?? false);
    });
    return loader.load(parentId);
  }

  async lookup<V>(query: Lookup<V>, id: string): Promise<V | null> {
    const loader = this.#loader(query.sql, async (ids) => {
      const rows = await this.statements.read(query.sql, [this.statements.scope.businessId, ids]);
      return byKey(rows, ids, 'id').map((row) => row && query.answer(row as never));
    });
    return loader.load(id) as Promise<V | null>;
  }

  async computed(
    entity: EntityClass,
    { name, computedSql }: ComputedField,
    id: string,
  ): Promise<unknown> {
    const meta = this.#meta(entity);
    const loader = this.#loader(`${meta.className}.${name}`, async (ids) => {
      const sql = `select r.id, ${computedSql('r', TODAY)} as value ${this.statements.from(meta, 'r.id = any($2)')}`;
      const rows = await this.statements.read(sql, this.statements.values(ids));
      return byKey(rows, ids, 'id').map(
        (row) => (row as { value?: unknown } | null)?.value ?? null,
      );
    });
    return loader.load(id);
  }

  async related(
    parent: EntityClass,
    { name, relation }: RelationField,
    id: string,
  ): Promise<unknown> {
    const meta = this.#meta(parent);
    const loader = this.#loader(`${meta.className}.${name}`, async (ids) => {
      const entity = this.orm.getMetadata().find<object>(entityOf(relation) as never);
      const columns = entity ? this.#selection.columns(entity, 'x') : 'x.*';
      const sql = relatedStatement(relation, columns, this.statements.from(meta, 'r.id = any($2)'));
      const rows = await this.statements.read(sql, this.statements.values(ids));
      if (entity) for (const row of rows) asRow(row, entity);
      const groups = groupedBy(rows, ids, 'parentId');
      return isList(relation) ? groups : groups.map((group) => (group as object[])[0] ?? null);
    });
    return loader.load(id);
  }

  #loader(name: string, batch: (ids: readonly string[]) => Promise<unknown[]>) {
    const existing = this.#loaders.get(name);
    if (existing) return existing;
    const loader = new DataLoader<string, unknown>(batch);
    this.#loaders.set(name, loader);
    return loader;
  }

  async #rows(
    meta: EntityMetadata,
    where: string,
    ids: readonly string[],
    columns = selectList(meta, 'r'),
  ) {
    const sql = `select ${columns} ${this.statements.from(meta, where)}`;
    const rows = await this.statements.read(sql, this.statements.values(ids));
    return rows.map((row) => asRow(row, meta));
  }

  async #withRelations(meta: EntityMetadata, where: string, ids: readonly string[]) {
    const selection = this.#selection;
    const sql = selection.statement(meta, 'r', this.statements.from(meta, where));
    const rows = await this.statements.read(sql, this.statements.values(ids));
    return rows.map((row) => selection.withDates(row, meta) as Record<string, unknown>);
  }

  #meta(entity: EntityClass): EntityMetadata {
    return this.orm.getMetadata().get(entity);
  }
}

/** Returns the statement for the related rows of several parents (`p`), in the order of the relation. */
function relatedStatement(relation: Relation, columns: string, parents: string): string {
  return (
    `select p."parentId", x.* from (select r.*, r.id as "parentId" ${parents}) p cross join lateral ` +
    `(select y.*, row_number() over () as "place" from (select ${columns} from ${relation.relationSql?.('x', 'p')}) y) x ` +
    `order by p."parentId", x."place"`
  );
}

/** Returns the row of each id, or null. */
function byKey(rows: Record<string, unknown>[], ids: readonly string[], key: string): unknown[] {
  const found = new Map(rows.map((row) => [row[key], row]));
  return ids.map((id) => found.get(id.toLowerCase()) ?? null);
}

/** Returns the rows of each id, in the order of `rows`. */
function groupedBy(rows: Record<string, unknown>[], ids: readonly string[], key: string) {
  const groups = new Map<unknown, unknown[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row[key])?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}
