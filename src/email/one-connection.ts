import { Kysely, PostgresDialect } from 'kysely';
import type { PoolClient } from 'pg';
import type { AnyTables } from '../database/any-tables.js';

/**
 * Kysely over a connection that is already held. A worker that asked the pool for a second one while
 * holding the first could wait for itself.
 */
export function onConnection(client: PoolClient): AnyTables {
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
