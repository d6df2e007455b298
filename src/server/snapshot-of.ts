import { CompiledQuery, type Kysely } from 'kysely';
import { Snapshot } from '../live/snapshot.js';

/** What is true in the database at this moment. */
// biome-ignore lint/suspicious/noExplicitAny: asked by a plain statement
export async function snapshotOf(db: Kysely<any>): Promise<Snapshot> {
  const { rows } = await db.executeQuery<{ snapshot: string }>(
    CompiledQuery.raw('select pg_current_snapshot()::text as snapshot'),
  );
  return new Snapshot(rows[0]?.snapshot ?? '');
}
