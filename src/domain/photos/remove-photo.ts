import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { partOfJob, refuseOthersWork } from '../jobs/lock-job.js';
import { Photo } from './photo.entity.js';
import { queueRemovalOfBytes } from './photo-tasks.js';

/** Removes a photo, and its bytes after commit. Throws FORBIDDEN for the work of somebody else. */
export async function removePhoto(unit: Unit, id: string) {
  const { part: photo, job } = await partOfJob(unit, Photo, id);
  refuseOthersWork(unit, photo.addedBy);
  unit.em.remove(photo);
  await queueRemovalOfBytes(unit.em, photo);
  return { photoId: id, job };
}
