import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Job } from '../../jobs/job.entity.js';
import { MADE_TYPE } from '../../photos/decoding/picture.js';
import { Photo } from '../../photos/photo.entity.js';
import type { Quote } from '../../quotes/quote.entity.js';
import { EnquiryPhoto } from './enquiry-photo.entity.js';

const CAPTION = 'Sent with the enquiry';

/**
 * Makes the photos of the enquiry behind a quote photos of its job, with their Share with Client toggle off. They keep their
 * IDs, so that no bytes are moved.
 */
export async function movePhotosToJob(unit: Unit, quote: Quote, job: Job): Promise<void> {
  const { em, now } = unit;
  const asked = { enquiry: { quote: quote.id } };
  const sent = await em.find(EnquiryPhoto, asked, { populate: ['enquiry'] });
  for (const { id, businessId, width, height, enquiry } of sent) {
    const takenAt = enquiry.receivedAt;
    const made = { id, businessId, job, caption: CAPTION, createdAt: now, takenAt };
    const photo = em.create(Photo, made, { partial: true });
    photo.depict({ width, height, originalType: MADE_TYPE });
  }
  for (const photo of sent) em.remove(photo);
}
