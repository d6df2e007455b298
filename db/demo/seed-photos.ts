import type { Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import type { Business } from '../../src/domain/business/business.entity.js';
import { Job } from '../../src/domain/jobs/job.entity.js';
import type { Picture } from '../../src/domain/photos/decoding/picture.js';
import { Photo } from '../../src/domain/photos/photo.entity.js';
import type { PhotoStore } from '../../src/domain/photos/photo-store.js';
import { demoPictures } from './demo-pictures.js';

/** Two photos per demo job. */
export async function seedPhotos(
  unit: Unit,
  { id: businessId }: Business,
  store: PhotoStore,
): Promise<void> {
  const { house, switchboard } = await demoPictures();
  for (const job of await unit.em.find(Job, { businessId })) {
    await seedPhoto(unit, job, store, 'Before', house);
    await seedPhoto(unit, job, store, 'The switchboard', switchboard);
  }
}

async function seedPhoto(
  { em, now }: Unit,
  job: Job,
  store: PhotoStore,
  caption: string,
  picture: Picture,
): Promise<void> {
  const { businessId } = job;
  const photo = em.create(
    Photo,
    { businessId, job, caption, shared: false, createdAt: now, takenAt: now },
    { partial: true },
  );
  photo.depict(picture);
  await store.keep(photo, picture);
}
