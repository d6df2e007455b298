import type pg from 'pg';
import { databaseFailureOf } from './failures.js';
import type { Statements } from './statements.js';

export const PORTAL_ROLE = 'jobglass_portal';

/**
 * Takes the portal's role on a new connection and proves it. It is SQL: as a start-up option it could be dropped
 * by a proxy without a word, and clients would be read for as the main user.
 */
export async function enterPortalRole(client: pg.ClientBase): Promise<void> {
  await client.query(`set role ${PORTAL_ROLE}`);
  const { rows } = await client.query<{ role: string }>('select current_user as role');
  if (rows[0]?.role !== PORTAL_ROLE) throw new PortalLayerDown();
}

/**
 * A statement that fails before it reads anything unless it runs in the portal's role. A connection that proved its
 * role may lose it where a pooler hands its other end to somebody else between two statements.
 */
export function onlyInPortalRole(sql: string): string {
  let guarded = guardedStatements.get(sql);
  if (!guarded) {
    // PostgreSQL has no way to raise an error within a query but one that it makes; it is the same for every row.
    guarded = `select x.* from (${sql}) x where 1 / (current_user = '${PORTAL_ROLE}')::int = 1`;
    if (guardedStatements.size < MAX_GUARDED) guardedStatements.set(sql, guarded);
  }
  return guarded;
}

const guardedStatements = new Map<string, string>();
const MAX_GUARDED = 200;

/** Whether an error says that such a statement ran in another role. */
export function isOutsidePortalRole(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === DIVISION_BY_ZERO;
}

const DIVISION_BY_ZERO = '22012';

/** What the role must not be able to do: read a column, a table, or a secret, and write. */
const FORBIDDEN = [
  'select internal_notes from jobs limit 1',
  'select email from clients limit 1',
  'select body from notes limit 1',
  'select token_hash from staff_sessions limit 1',
  // Locking a row takes the right to change it.
  'select id from jobs limit 1 for update',
];

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Tries on these connections what the portal's role must be refused; a statement that locks cannot be part of another
 * one, so they must not guard what they are sent. Throws when any of it is let through.
 */
export async function provePortalLayer(portalDb: Statements): Promise<void> {
  try {
    await portalDb.rows('select 1 as one', []);
  } catch (error) {
    if (error instanceof PortalLayerDown || databaseFailureOf(error)) throw error;
    throw new PortalRoleMissing(error);
  }
  await Promise.all(FORBIDDEN.map((sql) => proveRefused(portalDb, sql)));
}

async function proveRefused({ rows }: Statements, sql: string): Promise<void> {
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

/** The database would show clients what their role may not read; nothing is read for them. */
export class PortalLayerDown extends Error {
  constructor() {
    super(
      `Connections for clients do not keep the database role ${PORTAL_ROLE}, or it may do more than it should. ` +
        'A pooler in front of PostgreSQL must keep sessions (PgBouncer: pool_mode=session); connect directly, or through one that does.',
    );
  }
}
