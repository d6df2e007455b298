import type pg from 'pg';

/** The connections of one purpose, for reads that are SQL already: nothing stands between. */
export interface Statements {
  /** The rows that a statement reads, with its values for `$1`, `$2` and so on. */
  rows<R extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[],
    /** Leaves out what the connections put around a statement. */
    form?: 'AS_IT_IS',
  ): Promise<R[]>;
}

export function statementsOn(pool: pg.Pool): Statements {
  return {
    async rows<R extends object>(sql: string, values: readonly unknown[]) {
      const { rows } = await pool.query<R>(sql, values as unknown[]);
      return rows;
    },
  };
}
