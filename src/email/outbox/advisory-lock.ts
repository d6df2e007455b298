import type { PoolClient } from 'pg';

/**
 * Runs the work while holding the advisory lock of this mail; returns false when another worker holds it. The lock
 * belongs to the connection, so that a crash releases it and no transaction stays open.
 */
export async function withAdvisoryLock(
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

/** SQL of the lock key of a mail; `id` is an SQL expression. */
export function lockOf(id: string): string {
  return `hashtextextended('outgoing_email:' || ${id}::text, 0)`;
}
