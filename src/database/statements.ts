import type pg from 'pg';
import { cancelStatement } from './cancel-statement.js';
import type { OperationBudget } from './operation-budget.js';

/** The connections of one purpose, for reads that are SQL already: nothing stands between. */
export interface Statements {
  /**
   * The rows that a statement reads, with its values for `$1`, `$2` and so on. With a budget, what comes back is
   * charged to it while it arrives; once that is stopped there are no rows, and a statement under way is cancelled.
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
    // What fails because it was cancelled has nothing to say.
    if (budget.isStopped) return [];
    throw error;
  } finally {
    await statement.end();
    client.release(statement.isCut && (broken ?? true));
  }
}

/** pg has the socket of a connection, but does not say so in its types. */
type Connected = pg.PoolClient & {
  connection: { stream: { bytesRead: number; destroy(): void } & NodeJS.EventEmitter };
};

const ignore = (): void => undefined;

/**
 * One statement while it runs. Bytes are counted as they arrive, before pg has made rows of them: a single row may
 * be larger than all that the operation may read. What is too large cuts the connection, so that neither side keeps
 * any of it; a caller who hung up cancels the statement, and the connection goes back to its pool.
 */
class WatchedStatement {
  readonly #stream: Connected['connection']['stream'];
  #charged: number;
  readonly #forget: () => void;
  #cancelling: Promise<void> | undefined;
  isCut = false;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly budget: OperationBudget,
  ) {
    // A connection that breaks fails its statement; without a listener it would end the process too.
    client.on('error', ignore);
    this.#stream = (client as Connected).connection.stream;
    this.#charged = this.#stream.bytesRead;
    this.#stream.on('data', this.#measure);
    this.#forget = budget.onStop(() => {
      if (!this.isCut) this.#cancelling = cancelStatement(this.client);
    });
  }

  async end(): Promise<void> {
    this.#stream.off('data', this.#measure);
    this.#forget();
    this.#charge();
    // A cancellation that is still on its way must not meet the statement of somebody else.
    await this.#cancelling;
    this.client.off('error', ignore);
  }

  /** Several statements of an operation may run at a time, so each charges what has come since it last did. */
  #charge(): void {
    const bytes = this.#stream.bytesRead - this.#charged;
    this.#charged = this.#stream.bytesRead;
    this.budget.chargeRead(bytes);
  }

  readonly #measure = (): void => {
    if (this.isCut || this.budget.isStopped) return;
    this.isCut = this.#stream.bytesRead - this.#charged > this.budget.readableBytes;
    this.#charge();
    if (this.isCut) this.#stream.destroy();
  };
}
