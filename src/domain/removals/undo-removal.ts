import { isUuid } from '../../database/sql/uuid.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { may } from '../../visibility/capabilities.js';
import { notFound, Refusal } from '../../visibility/refusals.js';
import type { Job } from '../jobs/job.entity.js';
import { lockJob, staffOf } from '../jobs/lock-job.js';
import { Material } from '../materials/material.entity.js';
import { Note } from '../notes/note.entity.js';
import { Todo } from '../todos/todo.entity.js';
import { UNDO_LIFETIME_MS } from './remove-for-undo.js';
import type { RemovedKind } from './removed-record.entity.js';

const ENTITIES = { NOTE: Note, TODO: Todo, MATERIAL: Material };

interface Removed {
  kind: RemovedKind;
  record: object;
  removedAt: Date;
}

/**
 * Restores a record under its ID, as it was when this person removed it. The change watcher sees a new record: a removal that
 * waited to be shared disappears from the prompt, and one that the client already knows is shared like any addition.
 *
 * @throws NOT_FOUND if this person removed no such record, CONFLICT after `UNDO_LIFETIME_MS`.
 */
export async function undoRemoval(unit: Unit, id: string): Promise<{ recordId: string; job: Job }> {
  const job = await lockJob(unit, await jobOf(unit, id));
  const removed = await take(unit, id);
  if (removed.kind === 'TODO' && !may(staffOf(unit).audience, 'WRITE_JOBS')) throw notFound();
  if (unit.now.getTime() - new Date(removed.removedAt).getTime() >= UNDO_LIFETIME_MS)
    throw new Refusal('CONFLICT', 'This was removed too long ago to undo it; add it again.');
  await restore(unit, id, removed);
  return { recordId: id, job };
}

async function jobOf(unit: Unit, id: string): Promise<string> {
  const { businessId, staffId } = staffOf(unit);
  if (!isUuid(id)) throw notFound();
  const [row] = await unit.sql.rows<{ jobId: string }>(
    `select job_id as "jobId" from removed_records
     where business_id = $1 and id = $2 and removed_by_id = $3`,
    [businessId, id, staffId],
  );
  if (!row) throw notFound();
  return row.jobId;
}

/** Another call may have undone it while this waited for the job. */
async function take(unit: Unit, id: string): Promise<Removed> {
  const [row] = await unit.sql.rows<Removed>(
    'delete from removed_records where id = $1 returning kind, record, removed_at as "removedAt"',
    [id],
  );
  if (!row) throw notFound();
  return row;
}

async function restore({ em, sql }: Unit, id: string, { kind, record }: Removed): Promise<void> {
  const meta = em.getMetadata().get(ENTITIES[kind] as never);
  const values = JSON.stringify(record);
  const [row] = await sql.rows(
    `select * from jsonb_populate_record(null::${meta.tableName}, $1::jsonb)`,
    [values],
  );
  const data = em.getDriver().mapResult(row as never, meta);
  em.create(ENTITIES[kind] as never, data as never, { partial: true });
  await em.flush();
  await sql.rows(
    `update ${meta.tableName} set created_at = ($2::jsonb ->> 'created_at')::timestamptz where id = $1`,
    [id, values],
  );
}
