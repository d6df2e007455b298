import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { isRefusedByPostgres } from './failures.js';
import { type DatabaseTimeouts, setTimeouts } from './timeouts.js';

/** The connection broke while a COMMIT was under way: whether it counts is to be asked elsewhere. */
export class CommitInDoubt extends Error {
  constructor(cause: unknown) {
    super('The connection broke while a transaction was being committed.', { cause });
  }
}

/**
 * PostgreSQL for Kysely, and so for MikroORM, that gives back every connection. Kysely 0.29 keeps one for ever when
 * its BEGIN or its ROLLBACK fails, which is what happens when PostgreSQL goes away.
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

  /** With the limits in the same round trip: they hold whoever the connection belonged to before. */
  override async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    const begin = `start transaction${isolation}${accessMode ? ` ${accessMode}` : ''}`;
    try {
      await ask(connection, `${begin}; ${setTimeouts(this.timeouts, 'local')}`);
    } catch (error) {
      await this.releaseConnection(connection as never);
      throw error;
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await ask(connection, 'commit');
    } catch (error) {
      throw isRefusedByPostgres(error) ? error : new CommitInDoubt(error);
    }
  }

  /** What cannot be rolled back any more has ended with its connection, which the pool throws away. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ask(connection, 'rollback').catch(() => undefined);
  }
}

async function ask(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}
