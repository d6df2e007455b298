import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { CronItem, TaskList } from 'graphile-worker';
import { changeInOneUnit } from '../../database/unit-of-work/unit-of-work.js';
import type { PhotoName, PhotoStore } from './photo-store.js';
import { PhotoUpload } from './upload/photo-upload.entity.js';

const BATCH_SIZE = 200;

/** Schedule of the cleanup. */
export const PHOTO_CRON: CronItem[] = [{ task: 'clean_photo_uploads', match: '*/10 * * * *' }];

/** Tasks of the job queue for photos. */
export function photoTasks(em: EntityManager, clock: () => Date, store: PhotoStore): TaskList {
  return {
    remove_photo_bytes: (name) => store.remove(name as PhotoName),
    clean_photo_uploads: () => removeExpiredUploads(em, clock),
  };
}

/**
 * Queues the removal of a photo's bytes in the running transaction: it runs after commit, survives a crash, and is
 * undone by a rollback. Throws outside a transaction.
 */
export async function queueRemovalOfBytes(
  em: EntityManager,
  { businessId, id }: PhotoName,
): Promise<void> {
  if (!em.isInTransaction()) {
    throw new Error('The removal of a photo was queued outside a transaction.');
  }
  await em.execute("select graphile_worker.add_job('remove_photo_bytes', ?::json)", [
    JSON.stringify({ businessId, id }),
  ]);
}

/** Removes expired uploads and queues the removal of their bytes. */
async function removeExpiredUploads(em: EntityManager, clock: () => Date): Promise<void> {
  let removed = BATCH_SIZE;
  while (removed === BATCH_SIZE) {
    const { result } = await changeInOneUnit(em, null, clock, async (unit) => {
      const expired = { createdAt: { $lt: PhotoUpload.expiredBefore(unit.now) } };
      // Skips locked uploads: a photo is about to use them.
      const uploads = await unit.em.find(PhotoUpload, expired, {
        limit: BATCH_SIZE,
        lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      });
      for (const upload of uploads) {
        unit.em.remove(upload);
        await queueRemovalOfBytes(unit.em, upload);
      }
      return uploads.length;
    });
    removed = result;
  }
}
