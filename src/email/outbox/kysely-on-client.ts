import { Kysely, PostgresDialect } from 'kysely';
import type { PoolClient } from 'pg';
import type { AnyTables } from '../../database/sql/any-tables.js';

/**
 * Kysely on one checked-out connection. A worker that requests a second connection while holding the first could
 * deadlock with the pool.
 */
export function kyselyOn(client: PoolClient): AnyTables {
  const borrowed = {
    query: client.query.bind(client),
    release: () => undefined,
  };
  const pool = {
    connect: async () => borrowed,
    end: async () => undefined,
    options: {},
  };
  return new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) });
}
