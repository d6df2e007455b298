import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparedClient } from './prepared-client.js';

export const PORTAL_ROLE = 'jobglass_portal';

/**
 * The connections that answer clients. They log in as the main user but start in the portal's role,
 * whose grants name the few columns a client's request may touch.
 */
// biome-ignore lint/suspicious/noExplicitAny: the role's grants, not a typed schema, say what it may read
export function openPortalPool(url: string, poolSize: number): Kysely<any> {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c role=${PORTAL_ROLE}`,
    max: poolSize,
    Client: PreparedClient,
  });
  // An idle connection that the server drops must not take the process down; the next query opens another.
  pool.on('error', () => undefined);
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** Whether the portal's role is there; a database owner who may not create roles needs someone who may. */
// biome-ignore lint/suspicious/noExplicitAny: any connection will do
export async function provePortalRole(db: Kysely<any>): Promise<void> {
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
