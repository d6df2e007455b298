import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { fieldsOf } from '../common/copy-fields.js';
import { findReferenced } from '../common/find-referenced.js';
import type { Job } from '../jobs/job.entity.js';
import { lockJob, staffOf } from '../jobs/lock-job.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { Photo } from './photo.entity.js';
import type { AddPhotoInput } from './photo.inputs.js';
import { waitingUpload } from './upload/waiting-upload.js';

/** Adds a photo to a job, and to one of its visits when the input names one. */
export async function addPhoto(unit: Unit, input: AddPhotoInput) {
  const job = await lockJob(unit, input.jobId);
  const visit = input.visitId ? await visitOf(unit, job, input.visitId) : null;
  const upload = input.uploadId
    ? await waitingUpload(unit, input.uploadId, 'input.uploadId')
    : null;
  const photo = unit.em.create(
    Photo,
    {
      ...fieldsOf(unit, Photo, input),
      // The photo keeps the ID of its upload, so its bytes are not moved.
      ...(upload && { id: upload.id }),
      businessId: job.businessId,
      job,
      visit,
      createdAt: unit.now,
      takenAt: upload?.takenAt ?? unit.now,
      addedBy: unit.em.getReference(StaffMember, staffOf(unit).staffId),
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
  const visit = await findReferenced(unit, Visit, visitId, 'input.visitId');
  if (visit.job.id !== job.id) {
    throw invalid('input.visitId', 'That visit belongs to another job; choose one of this job.');
  }
  return visit;
}
