import type { JsonColumns } from '../sql/json-columns.js';
import { pageOf } from '../sql/page-of.js';
import { pageStatement } from '../sql/pages.js';
import type { EntityClass, Row } from '../sql/rows.js';
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

/**
 * Reads the rows of one entity class as JSON written by PostgreSQL. The returned rows are opaque: the root resolver
 * of a JSON plan returns them unchanged. All other reads go to `live`.
 */
export class JsonReader implements Reader {
  constructor(
    private readonly columns: JsonColumns,
    private readonly statements: LiveStatements,
    private readonly live: Reader,
  ) {}

  async find<E>(entity: EntityClass<E>, id: string | null | undefined): Promise<Row<E> | null> {
    if (!this.#isWritten(entity)) return this.live.find(entity, id);
    if (!isUuid(id)) return null;
    const { statements, columns } = this;
    const where = `r.id = any($2)${statements.assigned(columns.meta)}`;
    const rest = statements.from(columns.meta, where);
    const [row = null] = await this.#read(rest, statements.values([id]));
    return row as Row<E> | null;
  }

  async page<E>(entity: EntityClass<E>, asked: PageRequest): Promise<Page<Row<E>>> {
    if (!this.#isWritten(entity)) return this.live.page(entity, asked);
    const isBehind = asked.orderBy?.settledBefore !== undefined;
    const request = isBehind ? await this.statements.settled(asked) : asked;
    const { meta } = this.columns;
    const { rest, values } = pageStatement(meta, request, this.statements.scope);
    const rows = (await this.#read(rest, values)) as Row<E>[];
    return pageOf(meta.className, rows, request, this.statements.factsOf(meta, request));
  }

  findAny(entities: readonly ReadById[], id: string) {
    return this.live.findAny(entities, id);
  }

  children<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    purpose?: typeof OUTPUT,
  ) {
    return this.live.children(entity, belongsTo, parentId, purpose);
  }

  childPage<E>(
    entity: EntityClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ) {
    return this.live.childPage(entity, belongsTo, parentId, request);
  }

  sums(entity: EntityClass, where: Condition[], sums: Sums) {
    return this.live.sums(entity, where, sums);
  }

  lookup<V>(query: Lookup<V>, id: string) {
    return this.live.lookup(query, id);
  }

  computed(entity: EntityClass, field: ComputedField, id: string) {
    return this.live.computed(entity, field, id);
  }

  related(parent: EntityClass, field: RelationField, id: string) {
    return this.live.related(parent, field, id);
  }

  #isWritten(entity: EntityClass): boolean {
    return entity === (this.columns.meta.class as unknown);
  }

  async #read(rest: string, values: readonly unknown[]): Promise<object[]> {
    const { columns, statements } = this;
    const rows = await statements.read(columns.statement(statements.isScoped, rest), values);
    columns.check(rows);
    return rows;
  }
}
