import { type EntityManager, helper } from '@mikro-orm/postgresql';
import type { Lookup } from '../reader/reader.js';
import { columnsOf, type EntityClass, type Row } from '../sql/rows.js';

/**
 * Rows and results of lookup queries that are certain at the commit of a unit of work: it has locked or written them.
 * Its payload uses them instead of reading again.
 */
export class Known {
  readonly #results = new Map<string, () => unknown>();
  readonly #held = new Set<object>();

  constructor(private readonly em: EntityManager) {}

  /**
   * Adds an entity that no other transaction can change before the commit: its row is locked or new, or it is a part of
   * a locked job, since every change of a part locks its job first.
   */
  hold(entity: object): void {
    this.#held.add(entity);
  }

  /** Sets the result of a lookup query, replacing an earlier one. It is computed when it is first used. */
  setLookupResult<V>({ sql }: Lookup<V>, id: string, compute: () => V): void {
    let result: { value: V } | undefined;
    this.#results.set(lookupKey(sql, id), () => {
      result ??= { value: compute() };
      return result.value;
    });
  }

  /** Returns the result of a lookup query; undefined if it has to be read. */
  lookupResult<V>({ sql }: Lookup<V>, id: string): V | undefined {
    return this.#results.get(lookupKey(sql, id))?.() as V | undefined;
  }

  /** Returns a row as committed; undefined if it has to be read. */
  row<E>(entityClass: EntityClass<E>, id: string): (Row<E> & Record<string, unknown>) | undefined {
    const meta = this.em.getMetadata().get(entityClass);
    const entity = this.em
      .getUnitOfWork()
      .getById(entityClass as never, id.toLowerCase() as never) as
      | Record<string, unknown>
      | undefined;
    if (!entity || !this.#held.has(entity) || !helper(entity).isInitialized()) return undefined;
    const row: Record<string, unknown> = {};
    for (const { name, isTimestamp } of columnsOf(meta)) {
      const value = columnValue(entity, name, meta.properties);
      // Column defaults are known to PostgreSQL only, and a row has days as text.
      if (value === undefined || (value instanceof Date && !isTimestamp)) return undefined;
      row[name] = value;
    }
    return row as Row<E> & Record<string, unknown>;
  }
}

function lookupKey(sql: string, id: string): string {
  return `${id.toLowerCase()} ${sql}`;
}

/** Returns the value of a column; for a relation, the id. */
function columnValue(entity: Record<string, unknown>, name: string, properties: object): unknown {
  if (name in properties) return entity[name];
  const related = entity[name.slice(0, -'Id'.length)] as { id: string } | null | undefined;
  return related === null ? null : related?.id;
}
