import pg from 'pg';
import { until } from './world.js';

/** Holds rows as another person's unfinished change would, until it is told to let go. */
export interface HeldRows {
  /** Resolves when so many others wait for rows of this database, `elsewhere` those that wait without a connection. */
  waiting(count: number, elsewhere?: () => number): Promise<void>;
  letGo(): Promise<void>;
  /** Lets go with what the statement has changed. */
  keep(): Promise<void>;
}

/** Takes rows with a statement such as `select from jobs where id = $1 for update`. */
export async function holdRows(
  databaseUrl: string,
  statement: string,
  values: unknown[],
): Promise<HeldRows> {
  const holder = new pg.Client({ connectionString: databaseUrl });
  // A test that fails before it lets go must say why, and not end the process with its database.
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
        // Within a transaction PostgreSQL looks at what others do only once, unless it is told to forget it.
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
