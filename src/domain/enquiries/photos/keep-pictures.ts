import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { MADE_TYPE, type Picture, readPicture } from '../../photos/decoding/picture.js';
import type { PhotoStore } from '../../photos/photo-store.js';
import { PhotoUpload } from '../../photos/upload/photo-upload.entity.js';
import type { Enquiry } from '../enquiry.entity.js';
import { EnquiryPhoto } from './enquiry-photo.entity.js';

/** All visitors together are one owner of decoding, so that they cannot take the turns of staff. */
const VISITORS = 'visitors';

type Change = <T extends object>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/**
 * Stores the pictures of a visitor as uploads and returns their IDs. All are decoded before any is stored. The file as it
 * was sent is not kept, so nothing stays of its metadata: where and when it was taken.
 */
export async function keepPictures(
  change: Change,
  store: PhotoStore,
  businessId: string,
  files: string[],
): Promise<string[]> {
  const pictures: Picture[] = [];
  for (const file of files) pictures.push(await readPicture(VISITORS, file));
  // The rows before the bytes, so that the cleanup finds what a crash leaves behind.
  const { ids } = await change(async ({ em, now }) => ({
    ids: pictures.map(({ width, height }) => {
      const upload = { businessId, width, height, originalType: MADE_TYPE, createdAt: now };
      return em.create(PhotoUpload, upload, { partial: true }).id;
    }),
  }));
  for (const [at, id] of ids.entries()) {
    const picture = pictures[at] as Picture;
    await store.keep({ businessId, id }, { ...picture, original: picture.display });
  }
  return ids;
}

/** Makes photos of an enquiry of these uploads, which keep their IDs, so that no bytes are moved. */
export async function attachPictures(unit: Unit, enquiry: Enquiry, uploadIds: string[]) {
  const { businessId } = enquiry;
  const uploads = await unit.em.find(PhotoUpload, { id: { $in: uploadIds }, businessId });
  for (const upload of uploads) {
    const { id, width, height } = upload;
    unit.em.create(EnquiryPhoto, { id, businessId, enquiry, width, height });
    unit.em.remove(upload);
  }
}
