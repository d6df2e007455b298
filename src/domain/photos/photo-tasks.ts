import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { CronItem, TaskList } from 'graphile-worker';
import { changeInOneUnit } from '../../database/unit-of-work.js';
import type { PhotoName, PhotoStore } from './photo-store.js';
import { PhotoUpload } from './photo-upload.entity.js';

const AT_ONCE = 200;

/** When the cleaning runs. */
export const PHOTO_CRON: CronItem[] = [{ task: 'clean_photo_uploads', match: '*/10 * * * *' }];

/** What the queue does for photos. */
export function photoTasks(em: EntityManager, clock: () => Date, store: PhotoStore): TaskList {
  return {
    remove_photo_bytes: (name) => store.remove(name as PhotoName),
    clean_photo_uploads: () => giveUpUploads(em, clock),
  };
}

/**
 * Lets the queue take a photo's bytes away once the running transaction commits: a crash cannot lose
 * that, and a rollback leaves the bytes with the photo that is still there.
 */
export async function queueRemovalOfBytes(
  em: EntityManager,
  { businessId, id }: PhotoName,
): Promise<void> {
  if (!em.isInTransaction()) {
    throw new Error('The bytes of a photo were given up outside a transaction.');
  }
  await em.execute("select graphile_worker.add_job('remove_photo_bytes', ?::json)", [
    JSON.stringify({ businessId, id }),
  ]);
}

/** Uploads that no photo took in time go, and with them whatever is kept of them. */
async function giveUpUploads(em: EntityManager, clock: () => Date): Promise<void> {
  let found = AT_ONCE;
  while (found === AT_ONCE) {
    const { result } = await changeInOneUnit(em, null, clock, async (unit) => {
      const tooOld = { createdAt: { $lt: PhotoUpload.givenUpBefore(unit.now) } };
      // An upload that a photo is just taking is locked, and no longer ours to give up.
      const uploads = await unit.em.find(PhotoUpload, tooOld, {
        limit: AT_ONCE,
        lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      });
      for (const upload of uploads) {
        unit.em.remove(upload);
        await queueRemovalOfBytes(unit.em, upload);
      }
      return uploads.length;
    });
    found = result;
  }
}
