import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { partOfJob, refuseOthersWork } from '../jobs/lock-job.js';
import { Photo, type PhotoStage } from './photo.entity.js';

/** Marks a photo as taken before or after the work, or as neither. */
export async function setPhotoStage(
  unit: Unit,
  photoId: string,
  stage: PhotoStage | null,
  ifUnchangedSince: Date | null,
) {
  const { part: photo, job } = await partOfJob(unit, Photo, photoId);
  refuseOthersWork(unit, photo.addedBy);
  await refuseIfChanged(unit, photo, ifUnchangedSince, { stage });
  photo.stage = stage;
  return { photo, job };
}
