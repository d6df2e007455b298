import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { named } from '../business-members.js';
import { Client } from '../clients/client.entity.js';
import { assignToJob } from './assign-staff.js';
import type { Job } from './job.entity.js';
import type { UpdateJobInput } from './job.inputs.js';
import { jobToChange } from './job-to-change.js';

/** Changes what the input names and leaves the rest. */
export async function updateJob(unit: Unit, input: UpdateJobInput): Promise<Job> {
  const job = await jobToChange(unit, input.id);
  if (input.title !== undefined) job.title = required(input.title, 'input.title').trim();
  if (input.description !== undefined) job.description = input.description;
  if (input.siteAddress !== undefined) job.siteAddress = input.siteAddress;
  if (input.internalNotes !== undefined) job.internalNotes = input.internalNotes;
  if (input.clientId !== undefined) {
    job.client = input.clientId
      ? await named(unit, Client, input.clientId, 'input.clientId')
      : null;
  }
  if (input.assigneeIds) await assignToJob(unit, job, input.assigneeIds, 'input.assigneeIds');
  return job;
}

function required(value: string | null, field: string): string {
  if (value === null)
    throw invalid(field, 'This cannot be empty; leave it out to keep it as it is.');
  return value;
}
