import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type LookAhead, LookingAhead } from './look-ahead.js';
import type { OperationBudget } from './operation-budget.js';
import { childPageStatement, pageOf, pageStatement } from './pages.js';
import type { Proof } from './proof.js';
import type { ChildPageRequest, Lookup, Page, PageRequest, Reader, SHOWN } from './reader.js';
import {
  asRow,
  columnNamed,
  keyOf,
  listedBy,
  type RecordClass,
  type Row,
  selectList,
} from './rows.js';
import {
  assignedOnly,
  inScope,
  KNOWN_SCOPE,
  type LiveScope,
  ONLY_JOBS_OF,
  owner,
} from './scope.js';
import type { Statements } from './statements.js';

/** What a reader has to know of the operation that it reads for, and what it says of it. */
export interface ReadOperation {
  lookAhead?: LookAhead;
  budget?: OperationBudget;
  /** Set where a record came with a list that is too long to be carried; the operation is to be resolved then. */
  isTooLongToCarry?: boolean;
}

const NOTHING_AHEAD: LookAhead = new Map();

/**
 * The live rows of one business, each kind of question batched into one statement. A reader lives for
 * one request (or one change of it) and is never shared between people.
 */
export class LiveReader implements Reader {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly orm: MikroORM,
    private readonly db: Statements,
    private readonly scope: LiveScope,
    private readonly operation: ReadOperation = {},
    /** What must hold for anything to be read, where that is not known yet. */
    private readonly proof?: Proof,
  ) {}

  async find<E>(record: RecordClass<E>, id: string | null | undefined): Promise<Row<E> | null> {
    if (!isUuid(id)) return null;
    const meta = this.#meta(record);
    const loader = this.#loader(`find ${meta.className}`, async (ids) => {
      const where = `r.id = any($2)${this.#assigned(meta)}`;
      // One record brings its relations along; many are cheaper a relation at a time.
      const rows =
        ids.length === 1
          ? await this.#withRelations(meta, where, ids)
          : await this.#rows(meta, where, ids);
      return byKey(rows, ids, 'id');
    });
    return loader.load(id) as Promise<Row<E> | null>;
  }

  async children<E>(
    record: RecordClass<E>,
    belongsTo: string,
    parentId: string,
    shown?: typeof SHOWN,
  ) {
    const meta = this.#meta(record);
    const key = keyOf(meta, belongsTo);
    const loader = this.#loader(`${meta.className} of ${belongsTo} ${shown}`, async (ids) => {
      const where = `r.${columnNamed(meta, key)} = any($2)${this.#assigned(meta)} order by ${listedBy(record, meta, 'r')}`;
      const columns = shown && this.#lookingAhead.columns(meta, 'r', [key]);
      return groupedBy(await this.#rows(meta, where, ids, columns), ids, key);
    });
    return loader.load(parentId) as Promise<Row<E>[]>;
  }

  async page<E>(record: RecordClass<E>, request: PageRequest): Promise<Page<Row<E>>> {
    const meta = this.#meta(record);
    const ahead = this.#lookingAhead;
    const { rest, values } = pageStatement(meta, request, this.scope);
    const rows = await this.#readAhead(ahead.statement(meta, 'r', rest), values, meta);
    return pageOf(
      meta.className,
      rows.map((row) => ahead.revived(row, meta) as Row<E>),
      request,
    );
  }

  async childPage<E>(
    record: RecordClass<E>,
    belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ): Promise<Page<Row<E>>> {
    const meta = this.#meta(record);
    const name = `page of ${meta.className} by ${belongsTo} ${request.first} ${request.after}`;
    const loader = this.#loader(name, async (ids) => {
      const ahead = this.#lookingAhead;
      const { rest, values } = childPageStatement(meta, belongsTo, request, this.scope, ids);
      const rows = await this.#readAhead(ahead.statement(meta, 'r', rest), values, meta);
      const revived = rows.map((row) => ahead.revived(row, meta) as Record<string, unknown>);
      return groupedBy(revived, ids, 'parentId').map((group) =>
        pageOf(meta.className, group, request),
      );
    });
    return loader.load(parentId) as Promise<Page<Row<E>>>;
  }

  async lookup<V>(question: Lookup<V>, id: string): Promise<V | null> {
    const loader = this.#loader(question.sql, async (ids) => {
      const rows = await this.#read(question.sql, [this.scope.businessId, ids]);
      return byKey(rows, ids, 'id').map((row) => row && question.answer(row as never));
    });
    return loader.load(id) as Promise<V | null>;
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
    const sql = `select ${columns} ${this.#from(meta, where)}`;
    const rows = await this.#read(sql, inScope(this.scope, ids));
    return rows.map((row) => asRow(row, meta));
  }

  async #withRelations(meta: EntityMetadata, where: string, ids: readonly string[]) {
    const ahead = this.#lookingAhead;
    const sql = ahead.statement(meta, 'r', this.#from(meta, where));
    const rows = await this.#readAhead(sql, inScope(this.scope, ids), meta);
    return rows.map((row) => ahead.revived(row, meta) as Record<string, unknown>);
  }

  /** Fails where a row lacks a list that was to be carried; the operation is resolved then. */
  async #readAhead(sql: string, values: readonly unknown[], meta: EntityMetadata) {
    const rows = await this.#read(sql, values);
    const ahead = this.#lookingAhead;
    if (!rows.some((row) => ahead.isTooLong(row, meta))) return rows;
    this.operation.isTooLongToCarry = true;
    throw new Error('A list has too many members to be carried.');
  }

  #from(meta: EntityMetadata, where: string): string {
    return `from ${meta.tableName} r where ${owner(meta)} = $1 and ${KNOWN_SCOPE} and ${where}`;
  }

  /** Whoever reads by a proof that was refused reads nothing. */
  async #read(sql: string, values: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const { proof } = this;
    const { budget } = this.operation;
    if (!proof || proof.isGiven) return this.db.rows(sql, values, budget);
    if (proof.isGiven === false) return [];
    const proven = proof.along(sql, values);
    const rows = await this.db.rows(proven.sql, proven.values, budget);
    // A statement that was ended has not said whether the proof holds.
    return budget?.isStopped ? [] : proof.taken(rows);
  }

  get #lookingAhead(): LookingAhead {
    const isScoped = this.scope.onlyJobsOf !== undefined;
    const ahead = this.operation.lookAhead ?? NOTHING_AHEAD;
    return new LookingAhead(this.orm, ahead, isScoped);
  }

  #assigned(meta: EntityMetadata): string {
    return this.scope.onlyJobsOf ? assignedOnly(meta, ONLY_JOBS_OF) : '';
  }

  #meta(record: RecordClass): EntityMetadata {
    return this.orm.getMetadata().get(record);
  }
}

export function isUuid(id: unknown): id is string {
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

function byKey(rows: Record<string, unknown>[], ids: readonly string[], key: string): unknown[] {
  const found = new Map(rows.map((row) => [row[key], row]));
  return ids.map((id) => found.get(id.toLowerCase()) ?? null);
}

function groupedBy(rows: Record<string, unknown>[], ids: readonly string[], key: string) {
  const groups = new Map<unknown, unknown[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row[key])?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}
