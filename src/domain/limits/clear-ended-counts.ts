import type { Statements } from '../../database/statements.js';

/** Removes the counts whose window has ended. They are nobody's data, so no watcher has to see it. */
export async function clearEndedCounts(db: Statements): Promise<void> {
  await db.rows('delete from rate_limits where expire < $1', [Date.now()]);
}
