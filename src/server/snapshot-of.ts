import type { Statements } from '../database/statements.js';
import { Snapshot } from '../live/snapshot.js';

/** What is true in the database at this moment. */
export async function snapshotOf(db: Statements): Promise<Snapshot> {
  const [row] = await db.rows<{ snapshot: string }>(
    'select pg_current_snapshot()::text as snapshot',
    [],
  );
  return new Snapshot(row?.snapshot ?? '');
}
