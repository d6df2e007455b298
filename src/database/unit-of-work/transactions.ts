import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { isRefusedByPostgres } from '../postgres/failures.js';
import { type DatabaseTimeouts, setTimeouts } from '../postgres/timeouts.js';

/** Thrown if the connection broke during COMMIT; `outcomeOf` finds out whether the transaction committed. */
export class CommitInDoubt extends Error {
  constructor(cause: unknown) {
    super('The connection broke while a transaction was being committed.', { cause });
  }
}

/**
 * PostgreSQL dialect for Kysely, and so for MikroORM, that returns every connection to its pool. Kysely 0.29 never
 * returns a connection whose BEGIN or ROLLBACK failed, as happens when PostgreSQL goes away.
 */
export class TransactionsDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(
    pool: pg.Pool,
    private readonly timeouts: DatabaseTimeouts,
  ) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new TransactionsDriver(this.#pool, this.timeouts);
  }
}

class TransactionsDriver extends PostgresDriver {
  constructor(
    pool: pg.Pool,
    private readonly timeouts: DatabaseTimeouts,
  ) {
    super({ pool });
  }

  /** Sets the timeouts in the same round trip, so that they do not depend on the previous user of the connection. */
  override async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    const begin = `start transaction${isolation}${accessMode ? ` ${accessMode}` : ''}`;
    try {
      await send(connection, `${begin}; ${setTimeouts(this.timeouts, 'local')}`);
    } catch (error) {
      await this.releaseConnection(connection as never);
      throw error;
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await send(connection, 'commit');
    } catch (error) {
      throw isRefusedByPostgres(error) ? error : new CommitInDoubt(error);
    }
  }

  /** A failed ROLLBACK means a broken connection: PostgreSQL ends its transaction, and the pool removes it. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await send(connection, 'rollback').catch(() => undefined);
  }
}

async function send(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}
