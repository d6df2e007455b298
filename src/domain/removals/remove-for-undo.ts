import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { staffOf } from '../jobs/lock-job.js';
import type { RemovedKind } from './removed-record.entity.js';

/** For how long a removal can be undone. */
export const UNDO_LIFETIME_MS = 10 * 60_000;

/** Removes a part of a job, and keeps its row so that the same person can undo it. */
export async function removeForUndo(
  unit: Unit,
  kind: RemovedKind,
  record: { id: string },
): Promise<void> {
  const { tableName } = unit.em.getMetadata().get(record.constructor as never);
  await unit.sql.rows(
    `insert into removed_records (id, business_id, job_id, kind, record, removed_by_id, removed_at)
     select r.id, r.business_id, r.job_id, $2, to_jsonb(r), $3, $4 from ${tableName} r where r.id = $1`,
    [record.id, kind, staffOf(unit).staffId, unit.now],
  );
  unit.em.remove(record);
}
