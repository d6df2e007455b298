import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { named } from '../business-members.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { Visit } from '../visits/visit.entity.js';
import { Photo } from './photo.entity.js';
import type { AddPhotoInput } from './photo.inputs.js';

/** Adds a photo to a job, and to one of its visits when the input names one. */
export async function addPhoto(unit: Unit, input: AddPhotoInput) {
  const job = await jobToChange(unit, input.jobId);
  const visit = input.visitId ? await named(unit, Visit, input.visitId, 'input.visitId') : null;
  if (visit && visit.job.id !== job.id) {
    throw invalid('input.visitId', 'That visit belongs to another job; choose one of this job.');
  }
  const photo = unit.em.create(
    Photo,
    {
      businessId: job.businessId,
      job,
      visit,
      caption: input.caption ?? null,
      createdAt: unit.now,
    },
    { partial: true },
  );
  return { photo, job };
}
