import type { Readable } from 'node:stream';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { staffOf } from '../../jobs/lock-job.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { type Picture, readPicture } from '../decoding/picture.js';
import type { PhotoStore } from '../photo-store.js';
import { momentTaken } from './moment-taken.js';
import { PhotoUpload } from './photo-upload.entity.js';
import { refusedFile } from './refused-file.js';
import type { UploadFiles } from './upload-files.js';

/** An upload in progress. */
export interface Sent {
  staffId: string;
  sent: Readable;
  /** Whether it was cut off because it exceeds the maximum size. */
  isCutOff(): boolean;
}

type Change = <T extends object>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/**
 * Stores an uploaded picture and returns the ID for `addPhoto`. The row is committed before the bytes are stored, so
 * that the cleanup finds what a crash leaves behind; the ID is returned only when all bytes are stored.
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
    const takenAt = await momentTaken(unit, picture.taken);
    const { id } = unit.em.create(
      PhotoUpload,
      {
        businessId,
        staffMember: unit.em.getReference(StaffMember, staffId),
        width,
        height,
        originalType,
        takenAt,
        createdAt: unit.now,
      },
      { partial: true },
    );
    return { id, businessId };
  });
  await store.keep(upload, picture);
  return { uploadId: upload.id };
}
