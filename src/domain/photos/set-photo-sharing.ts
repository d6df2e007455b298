import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { may } from '../../visibility/capabilities.js';
import { Refusal } from '../../visibility/refusals.js';
import { lockBusiness } from '../business/lock-business.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { partOfJob, staffOf } from '../jobs/lock-job.js';
import { Photo } from './photo.entity.js';

/**
 * Sets the Share with Client toggle of a photo.
 *
 * @throws FORBIDDEN for a Tradie while the business does not allow it; NOT_FOUND.
 */
export async function setPhotoSharing(
  unit: Unit,
  photoId: string,
  shared: boolean,
  ifUnchangedSince: Date | null,
) {
  if (!may(staffOf(unit).audience, 'SHARE')) await requirePermission(unit);
  const { part: photo, job } = await partOfJob(unit, Photo, photoId);
  await refuseIfChanged(unit, photo, ifUnchangedSince, { shared });
  photo.shared = shared;
  return { photo, job };
}

/** The business is locked before the job, and until the commit, so that the permission is not taken away meanwhile. */
async function requirePermission(unit: Unit): Promise<void> {
  if ((await lockBusiness(unit)).tradiesMayTogglePhotos) return;
  throw new Refusal(
    'FORBIDDEN',
    'Your business does not let you share photos; ask a supervisor, an admin or the owner.',
  );
}
