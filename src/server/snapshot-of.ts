import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../database/any-tables.js';
import { Snapshot } from '../live/snapshot.js';

/** What is true in the database at this moment. */
export async function snapshotOf(db: AnyTables): Promise<Snapshot> {
  const { rows } = await db.executeQuery<{ snapshot: string }>(
    CompiledQuery.raw('select pg_current_snapshot()::text as snapshot'),
  );
  return new Snapshot(rows[0]?.snapshot ?? '');
}
