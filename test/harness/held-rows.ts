import pg from 'pg';
import { until } from './world.js';

/** Locks rows like another person's unfinished change, until released. */
export interface HeldRows {
  /** Resolves when so many others wait for rows of this database; `elsewhere` counts those that wait without a connection. */
  waiting(count: number, elsewhere?: () => number): Promise<void>;
  letGo(): Promise<void>;
  /** Commits the statement's change and releases the rows. */
  keep(): Promise<void>;
}

/** Locks rows with a statement such as `select from jobs where id = $1 for update`. */
export async function holdRows(
  databaseUrl: string,
  statement: string,
  values: unknown[],
): Promise<HeldRows> {
  const holder = new pg.Client({ connectionString: databaseUrl });
  // If a test fails before it releases the rows, its error must be reported, not an unhandled one of this connection.
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin');
  await holder.query(statement, values);
  const end = async (how: 'rollback' | 'commit') => {
    await holder.query(how);
    await holder.end();
  };
  return {
    waiting: async (count, elsewhere = () => 0) => {
      await until(async () => {
        // Within a transaction PostgreSQL caches the statistics of other sessions until they are cleared.
        await holder.query('select pg_stat_clear_snapshot()');
        const { rows } = await holder.query(WAITING);
        return rows[0].count + elsewhere() >= count;
      });
    },
    letGo: () => end('rollback'),
    keep: () => end('commit'),
  };
}

const WAITING = `
  select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;
