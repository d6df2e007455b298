import type pg from 'pg';
import { databaseFailureOf } from './failures.js';
import type { Statements } from './statements.js';

export const PORTAL_ROLE = 'jobglass_portal';

/**
 * Sets the portal's role on a new connection and checks it. By SQL, since a proxy may drop a start-up option silently:
 * reads for clients would then run as the main user.
 *
 * @throws PortalLayerDown when the role did not take effect.
 */
export async function enterPortalRole(client: pg.ClientBase): Promise<void> {
  await client.query(`set role ${PORTAL_ROLE}`);
  const { rows } = await client.query<{ role: string }>('select current_user as role');
  if (rows[0]?.role !== PORTAL_ROLE) throw new PortalLayerDown();
}

/**
 * Wraps a statement so that it fails before reading anything unless it runs in the portal's role. A connection may lose
 * its role if a pooler gives its session to another connection between two statements.
 */
export function onlyInPortalRole(sql: string): string {
  let guarded = guardedStatements.get(sql);
  if (!guarded) {
    // Division by zero, since a plain query cannot raise an error; the condition is the same for every row.
    guarded = `select x.* from (${sql}) x where 1 / (current_user = '${PORTAL_ROLE}')::int = 1`;
    if (guardedStatements.size < MAX_GUARDED) guardedStatements.set(sql, guarded);
  }
  return guarded;
}

const guardedStatements = new Map<string, string>();
const MAX_GUARDED = 200;

/** Returns whether an error means that such a statement ran in another role. */
export function isOutsidePortalRole(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === DIVISION_BY_ZERO;
}

const DIVISION_BY_ZERO = '22012';

/** Statements that the role must be refused: reading a private column, a private table or a secret, and writing. */
const FORBIDDEN = [
  'select internal_notes from jobs limit 1',
  'select email from clients limit 1',
  'select body from notes limit 1',
  'select token_hash from staff_sessions limit 1',
  'select token_hash from api_keys limit 1',
  // Locking a row requires the right to update it.
  'select id from jobs limit 1 for update',
];

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Checks that the portal's role is refused what it must not do. The connections must not wrap their statements with
 * `onlyInPortalRole`, because one of them locks rows.
 *
 * @throws PortalLayerDown when a statement succeeds, PortalRoleMissing when the role cannot be used.
 */
export async function checkPortalLayer(portalDb: Statements): Promise<void> {
  try {
    await portalDb.rows('select 1 as one', []);
  } catch (error) {
    if (error instanceof PortalLayerDown || databaseFailureOf(error)) throw error;
    throw new PortalRoleMissing(error);
  }
  await Promise.all(FORBIDDEN.map((sql) => assertRefused(portalDb, sql)));
}

async function assertRefused({ rows }: Statements, sql: string): Promise<void> {
  try {
    await rows(sql, []);
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return;
    throw error;
  }
  throw new PortalLayerDown();
}

export class PortalRoleMissing extends Error {
  constructor(cause: unknown) {
    super(
      `The database role ${PORTAL_ROLE} cannot be used; have an administrator run db/portal-role.sql.`,
      { cause },
    );
  }
}

/** The portal's role does not protect clients' reads; nothing is read for clients. */
export class PortalLayerDown extends Error {
  constructor() {
    super(
      `Connections for clients do not keep the database role ${PORTAL_ROLE}, or it may do more than it should. ` +
        'A pooler in front of PostgreSQL must keep sessions (PgBouncer: pool_mode=session); connect directly, or through one that does.',
    );
  }
}
