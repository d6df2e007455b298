import type { Statements } from '../../database/postgres/statements.js';

/** Removes expired counts. Plain SQL: no change watcher needs to see them. */
export async function clearEndedCounts(db: Statements): Promise<void> {
  await db.rows('delete from rate_limits where expire < $1', [Date.now()]);
}
