import type { Unit } from '../../database/unit-of-work.js';
import { named } from '../business-members.js';
import { Client } from '../clients/client.entity.js';
import { nextNumber } from '../number-series.entity.js';
import { assignToJob } from './assign-staff.js';
import { Job } from './job.entity.js';
import type { CreateJobInput } from './job.inputs.js';
import { staffOf } from './job-to-change.js';

/** Creates a job; it is first offered to its client once its first visit is scheduled. */
export async function createJob(unit: Unit, input: CreateJobInput): Promise<Job> {
  const { businessId } = staffOf(unit);
  const job = unit.em.create(
    Job,
    {
      businessId,
      number: await nextNumber(unit.em, businessId, 'job'),
      title: input.title.trim(),
      description: input.description ?? null,
      siteAddress: input.siteAddress ?? null,
      internalNotes: input.internalNotes ?? null,
      client: input.clientId ? await named(unit, Client, input.clientId, 'input.clientId') : null,
    },
    { partial: true },
  );
  if (input.assigneeIds) await assignToJob(unit, job, input.assigneeIds, 'input.assigneeIds');
  return job;
}
