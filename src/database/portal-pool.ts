import pg from 'pg';
import { PreparedClient } from './prepared-client.js';
import { type Statements, statementsOn } from './statements.js';

/** Connections that are ours to close. */
export interface OwnStatements extends Statements {
  close(): Promise<void>;
}

export const PORTAL_ROLE = 'jobglass_portal';

/**
 * The connections that answer clients. They log in as the main user but start in the portal's role,
 * whose grants name the few columns a client's request may touch.
 */
export function openPortalPool(url: string, poolSize: number): OwnStatements {
  return openPool({
    connectionString: url,
    options: `-c role=${PORTAL_ROLE}`,
    max: poolSize,
  });
}

function openPool(options: pg.PoolConfig): OwnStatements {
  const pool = new pg.Pool({ ...options, Client: PreparedClient });
  // An idle connection that the server drops must not take the process down; the next query opens another.
  pool.on('error', () => undefined);
  // Nor may one that is dropped while in use: its query fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { ...statementsOn(pool), close: () => pool.end() };
}

/**
 * Connections of their own for one purpose, so that it never waits behind the requests.
 */
export function openOwnPool(url: string, poolSize: number): OwnStatements {
  return openPool({ connectionString: url, max: poolSize, idleTimeoutMillis: 0 });
}

/** Whether the portal's role is there; a database owner who may not create roles needs someone who may. */
export async function provePortalRole(portalDb: Statements): Promise<void> {
  try {
    await portalDb.rows('select 1 as one', []);
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
