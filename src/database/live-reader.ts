import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { CompiledQuery } from 'kysely';
import type { AnyTables } from './any-tables.js';
import { pageOf, pageStatement } from './pages.js';
import type { Lookup, Page, PageRequest, Reader } from './reader.js';
import { asRow, listedBy, type RecordClass, type Row, selectList } from './rows.js';

export interface LiveScope {
  businessId: string;
  /** Set for a role that sees only the jobs it is assigned to. */
  onlyJobsOf?: string;
}

/**
 * The live rows of one business, each kind of question batched into one statement. A reader lives for
 * one request (or one change of it) and is never shared between people.
 */
export class LiveReader implements Reader {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly orm: MikroORM,
    private readonly db: AnyTables,
    private readonly scope: LiveScope,
  ) {}

  async find<E>(record: RecordClass<E>, id: string | null | undefined): Promise<Row<E> | null> {
    if (!isUuid(id)) return null;
    const meta = this.#meta(record);
    const loader = this.#loader(`find ${meta.className}`, async (ids) => {
      const rows = await this.#rows(meta, `r.id = any($2)${this.#assigned(meta, '$3')}`, ids);
      return byKey(rows, ids, 'id');
    });
    return loader.load(id) as Promise<Row<E> | null>;
  }

  async children<E>(record: RecordClass<E>, belongsTo: string, parentId: string) {
    const meta = this.#meta(record);
    const column = meta.properties[belongsTo as never] as {
      fieldNames: string[];
      kind: string;
    };
    const key = column.kind === 'm:1' ? `${belongsTo}Id` : belongsTo;
    const loader = this.#loader(`${meta.className} of ${belongsTo}`, async (ids) => {
      const where = `r.${column.fieldNames[0]} = any($2)${this.#assigned(meta, '$3')}`;
      return groupedBy(
        await this.#rows(meta, `${where} order by ${listedBy(record, meta, 'r')}`, ids),
        ids,
        key,
      );
    });
    return loader.load(parentId) as Promise<Row<E>[]>;
  }

  async page<E>(record: RecordClass<E>, request: PageRequest): Promise<Page<Row<E>>> {
    const meta = this.#meta(record);
    const { sql, values } = pageStatement(meta, request, this.scope);
    const { rows } = await this.db.executeQuery(CompiledQuery.raw(sql, values));
    return pageOf(
      rows.map((row) => asRow(row as Row<E> & object, meta)),
      request,
    );
  }

  async lookup<V>(question: Lookup<V>, id: string): Promise<V | null> {
    const loader = this.#loader(question.sql, async (ids) => {
      const { rows } = await this.db.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(question.sql, [this.scope.businessId, ids]),
      );
      const found = byKey(rows, ids, 'id');
      return found.map((row) => row && question.answer(row as Record<string, unknown>));
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

  async #rows(meta: EntityMetadata, where: string, ids: readonly string[]) {
    const sql = `select ${selectList(meta, 'r')} from ${meta.tableName} r where ${owner(meta)} = $1 and ${where}`;
    const values = [this.scope.businessId, ids];
    if (sql.includes('$3')) values.push(this.scope.onlyJobsOf as string);
    const { rows } = await this.db.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(sql, values),
    );
    return rows.map((row) => asRow(row, meta));
  }

  #assigned(meta: EntityMetadata, parameter: string): string {
    return this.scope.onlyJobsOf ? assignedOnly(meta, parameter) : '';
  }

  #meta(record: RecordClass): EntityMetadata {
    return this.orm.getMetadata().get(record);
  }
}

/** Narrows a statement to the jobs somebody is assigned to, where the record belongs to a job. */
export function assignedOnly(meta: EntityMetadata, parameter: string): string {
  const job = meta.tableName === 'jobs' ? 'id' : meta.properties['job' as never] && 'job_id';
  return job
    ? ` and r.${job} in (select job_id from assignments where staff_member_id = ${parameter})`
    : '';
}

/** The column that says whose business a row is: a business itself is its own. */
export function owner(meta: EntityMetadata): string {
  return meta.tableName === 'businesses' ? 'r.id' : 'r.business_id';
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
