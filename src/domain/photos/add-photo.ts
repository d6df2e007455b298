import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { named } from '../business-members.js';
import type { Job } from '../jobs/job.entity.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { Visit } from '../visits/visit.entity.js';
import { Photo } from './photo.entity.js';
import type { AddPhotoInput } from './photo.inputs.js';
import { waitingUpload } from './waiting-upload.js';

/** Adds a photo to a job, and to one of its visits when the input names one. */
export async function addPhoto(unit: Unit, input: AddPhotoInput) {
  const job = await jobToChange(unit, input.jobId);
  const visit = input.visitId ? await visitOf(unit, job, input.visitId) : null;
  const upload = input.uploadId
    ? await waitingUpload(unit, input.uploadId, 'input.uploadId')
    : null;
  const photo = unit.em.create(
    Photo,
    {
      // The photo takes over the id of its upload, so the bytes stay where they are.
      ...(upload && { id: upload.id }),
      businessId: job.businessId,
      job,
      visit,
      caption: input.caption ?? null,
      createdAt: unit.now,
    },
    { partial: true },
  );
  if (upload) {
    photo.depict(upload);
    unit.em.remove(upload);
  }
  return { photo, job };
}

async function visitOf(unit: Unit, job: Job, visitId: string): Promise<Visit> {
  const visit = await named(unit, Visit, visitId, 'input.visitId');
  if (visit.job.id !== job.id) {
    throw invalid('input.visitId', 'That visit belongs to another job; choose one of this job.');
  }
  return visit;
}
