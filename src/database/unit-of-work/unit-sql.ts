import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Runs SQL statements in the transaction of a unit of work, as prepared statements. */
export class UnitSql {
  constructor(private readonly em: EntityManager) {}

  /** Returns the rows of a statement; `values` are its parameters `$1`, `$2` and so on. */
  async rows<R extends object>(text: string, values: readonly unknown[]): Promise<R[]> {
    const transaction = this.em.getTransactionContext();
    if (!transaction) throw new Error('A unit of work has no transaction any more.');
    const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, [...values]));
    return rows as R[];
  }
}
