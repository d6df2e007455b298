import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { queueRemovalOfBytes } from '../../photos/photo-tasks.js';
import { EnquiryPhoto } from './enquiry-photo.entity.js';

/** Removes the photos of these enquiries, and their bytes after commit. */
export async function removePictures({ em }: Unit, enquiryIds: string[]): Promise<void> {
  for (const photo of await em.find(EnquiryPhoto, { enquiry: { $in: enquiryIds } })) {
    em.remove(photo);
    await queueRemovalOfBytes(em, photo);
  }
}
