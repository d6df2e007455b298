import type { Readable } from 'node:stream';
import type { Unit } from '../../database/unit-of-work.js';
import { staffOf } from '../jobs/job-to-change.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import type { PhotoStore } from './photo-store.js';
import { PhotoUpload } from './photo-upload.entity.js';
import { type Picture, readPicture } from './picture.js';
import { refusedFile } from './refused-file.js';
import type { UploadFiles } from './upload-files.js';

/** A file that somebody is sending. */
export interface Sent {
  staffId: string;
  sent: Readable;
  /** Whether it ended early because it was larger than a photo may be. */
  isCutOff(): boolean;
}

type Change = <T extends object>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/**
 * Takes a file in and answers the id under which a photo can have it. The row comes before the bytes,
 * so that a server that dies in between leaves nothing that the cleaning cannot find; nobody knows the
 * id before all of it is kept.
 */
export async function uploadPhoto(
  change: Change,
  { store, files }: { store: PhotoStore; files: UploadFiles },
  { staffId, sent, isCutOff }: Sent,
): Promise<{ uploadId: string }> {
  return files.receive(staffId, sent, async (file) => {
    if (isCutOff()) throw refusedFile('TOO_LARGE');
    return keep(change, store, await readPicture(staffId, file));
  });
}

async function keep(
  change: Change,
  store: PhotoStore,
  picture: Picture,
): Promise<{ uploadId: string }> {
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
