import type pg from 'pg';
import type { OperationBudget } from '../budget/operation-budget.js';
import { cancelStatement } from './cancel-statement.js';
import type { PreparedClient } from './prepared-client.js';

/** Runs SQL statements on one pool. */
export interface Statements {
  /**
   * Returns the rows of a statement; `values` are its parameters `$1`, `$2` and so on. With a budget, received bytes are
   * charged to it; once it is stopped the running statement is cancelled and there are no rows.
   */
  rows<R extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[],
    budget?: OperationBudget,
  ): Promise<R[]>;
}

export function statementsOn(pool: pg.Pool): Statements {
  return {
    async rows<R extends object>(
      sql: string,
      values: readonly unknown[],
      budget?: OperationBudget,
    ) {
      if (budget) return rowsWithin<R>(budget, pool, sql, values);
      const { rows } = await pool.query<R>(sql, values as unknown[]);
      return rows;
    },
  };
}

async function rowsWithin<R extends object>(
  budget: OperationBudget,
  pool: pg.Pool,
  sql: string,
  values: readonly unknown[],
): Promise<R[]> {
  if (budget.isStopped) return [];
  const done = await budget.beforeReading();
  try {
    return budget.isStopped ? [] : await rowsOf<R>(budget, pool, sql, values);
  } finally {
    done();
  }
}

async function rowsOf<R extends object>(
  budget: OperationBudget,
  pool: pg.Pool,
  sql: string,
  values: readonly unknown[],
): Promise<R[]> {
  const client = await pool.connect();
  const statement = new WatchedStatement(client, budget);
  let broken: Error | undefined;
  try {
    if (budget.isStopped) return [];
    const { rows } = await client.query<R>(sql, values as unknown[]);
    return rows;
  } catch (error) {
    broken = error as Error;
    // The statement failed because it was cancelled.
    if (budget.isStopped) return [];
    throw error;
  } finally {
    await statement.end();
    client.release(statement.isCut && (broken ?? true));
  }
}

/**
 * Charges the bytes of a running statement to the budget as they are received, before pg parses them: a single row may
 * be larger than the whole budget. Past the budget the connection is cut, so that neither side keeps the data; if the
 * caller has hung up, the statement is cancelled and the connection returns to its pool.
 */
class WatchedStatement {
  readonly #connection: PreparedClient;
  readonly #stopListening: () => void;
  #cancelling: Promise<void> | undefined;
  isCut = false;

  constructor(client: pg.PoolClient, budget: OperationBudget) {
    this.#connection = client as unknown as PreparedClient;
    this.#connection.onBytes = (bytes) => {
      if (this.isCut || budget.isStopped) return;
      this.isCut = bytes > budget.readableBytes;
      budget.chargeRead(bytes);
      if (this.isCut) this.#connection.cut();
    };
    this.#stopListening = budget.onStop(() => {
      if (!this.isCut) this.#cancelling = cancelStatement(client);
    });
  }

  /** Waits for a pending cancellation, which must not hit the next statement of the connection. */
  end(): Promise<void> | undefined {
    this.#connection.onBytes = null;
    this.#stopListening();
    return this.#connection.isCut ? undefined : this.#cancelling;
  }
}
