import type { Unit } from '../../database/unit-of-work.js';
import { staffOf } from '../jobs/job-to-change.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import type { PhotoStore } from './photo-store.js';
import { PhotoUpload } from './photo-upload.entity.js';
import { readPicture } from './picture.js';

type Change = <T extends object>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/**
 * Takes a file in and answers the id under which a photo can have it. The row comes before the bytes,
 * so that a server that dies in between leaves nothing that the cleaning cannot find; nobody knows the
 * id before all of it is kept.
 */
export async function uploadPhoto(
  change: Change,
  store: PhotoStore,
  file: Buffer,
): Promise<{ uploadId: string }> {
  const picture = await readPicture(file);
  const { width, height, originalType } = picture;
  const upload = await change(async (unit) => {
    const { businessId, staffId } = staffOf(unit);
    const { id } = unit.em.create(
      PhotoUpload,
      {
        businessId,
        staffMember: unit.em.getReference(StaffMember, staffId),
        width,
        height,
        originalType,
        createdAt: unit.now,
      },
      { partial: true },
    );
    return { id, businessId };
  });
  await store.keep(upload, picture);
  return { uploadId: upload.id };
}
