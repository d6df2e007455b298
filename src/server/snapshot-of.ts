import type { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { Snapshot } from '../live/snapshot.js';

/** What is true in the database at this moment. */
export async function snapshotOf(orm: MikroORM): Promise<Snapshot> {
  const { rows } = await orm.em
    .getKysely()
    .executeQuery<{ snapshot: string }>(
      CompiledQuery.raw('select pg_current_snapshot()::text as snapshot'),
    );
  return new Snapshot(rows[0]?.snapshot ?? '');
}
