import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { AnyTables } from './any-tables.js';
import { PreparedClient } from './prepared-client.js';

export const PORTAL_ROLE = 'jobglass_portal';

/**
 * The connections that answer clients. They log in as the main user but start in the portal's role,
 * whose grants name the few columns a client's request may touch.
 */
export function openPortalPool(url: string, poolSize: number): AnyTables {
  return openPool({
    connectionString: url,
    options: `-c role=${PORTAL_ROLE}`,
    max: poolSize,
  });
}

function openPool(options: pg.PoolConfig): AnyTables {
  const pool = new pg.Pool({ ...options, Client: PreparedClient });
  // An idle connection that the server drops must not take the process down; the next query opens another.
  pool.on('error', () => undefined);
  // Nor may one that is dropped while in use: its query fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Connections of their own for one purpose, so that it never waits behind the requests.
 */
export function openOwnPool(url: string, poolSize: number): AnyTables {
  return openPool({ connectionString: url, max: poolSize, idleTimeoutMillis: 0 });
}

/** Whether the portal's role is there; a database owner who may not create roles needs someone who may. */
export async function provePortalRole(db: AnyTables): Promise<void> {
  try {
    await db.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
  } catch (error) {
    throw new PortalRoleMissing(error);
  }
}

export class PortalRoleMissing extends Error {
  constructor(cause: unknown) {
    super(
      `The database role ${PORTAL_ROLE} cannot be used; have an administrator run db/portal-role.sql.`,
      { cause },
    );
  }
}
