import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../visibility/inputs/faults.js';
import { Business } from '../business/business.entity.js';
import { clientToUse } from '../clients/client-to-use.js';
import { fieldsOf } from '../common/copy-fields.js';
import { nextNumber } from '../common/number-series.entity.js';
import { assignToJob } from './assign-staff.js';
import { Job } from './job.entity.js';
import type { CreateJobInput } from './job.inputs.js';
import { staffOf } from './lock-job.js';

/** Creates a job. It can be shared once its first visit is scheduled. */
export async function createJob(unit: Unit, input: CreateJobInput): Promise<Job> {
  const { clientId, assigneeIds } = input;
  const faults = new Faults();
  const client =
    clientId && (await faults.checkLater(() => clientToUse(unit, clientId, 'input.clientId')));
  const job = await newJob(unit, staffOf(unit).businessId, {
    ...fieldsOf(unit, Job, input),
    client: client || null,
  });
  if (assigneeIds)
    await faults.checkLater(() => assignToJob(unit, job, assigneeIds, 'input.assigneeIds'));
  faults.throwIfAny();
  return job;
}

/** Adds a job with the next number; also for a change that no staff member makes. */
export async function newJob(unit: Unit, businessId: string, fields: Partial<Job>): Promise<Job> {
  const { keepInSyncByDefault } = await unit.em.findOneOrFail(Business, businessId);
  return unit.em.create(
    Job,
    {
      ...fields,
      businessId,
      keepInSync: keepInSyncByDefault,
      number: await nextNumber(unit.em, businessId, 'job'),
    } as never,
    { partial: true },
  );
}
