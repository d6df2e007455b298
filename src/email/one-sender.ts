import type { PoolClient } from 'pg';

/**
 * Does the work while nobody else does it for this mail; false when somebody does. The lock belongs
 * to the connection, so that it ends with a server that dies and no transaction stays open meanwhile.
 */
export async function asOnlySender(
  client: PoolClient,
  id: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const { rows } = await client.query(`select pg_try_advisory_lock(${lockOf('$1')}) as mine`, [id]);
  if (!rows[0].mine) return false;
  try {
    await work();
    return true;
  } finally {
    await client.query(`select pg_advisory_unlock(${lockOf('$1')})`, [id]);
  }
}

/** The lock on a mail, as a piece of SQL about the expression that gives its id. */
export function lockOf(id: string): string {
  return `hashtextextended('outgoing_email:' || ${id}::text, 0)`;
}
