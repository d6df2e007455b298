import type { Unit } from '../../database/unit-of-work.js';
import { partOfJob } from '../jobs/job-to-change.js';
import { Photo } from './photo.entity.js';
import { queueRemovalOfBytes } from './photo-tasks.js';

/** Removes a photo and, once that is committed, its bytes. */
export async function removePhoto(unit: Unit, id: string) {
  const { part: photo, job } = await partOfJob(unit, Photo, id);
  unit.em.remove(photo);
  await queueRemovalOfBytes(unit.em, photo);
  return { photoId: id, job };
}
