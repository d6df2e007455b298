import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../visibility/inputs/faults.js';
import { clientToUse } from '../clients/client-to-use.js';
import { changeFields } from '../common/copy-fields.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { assigneeIdsOf, assignToJob } from './assign-staff.js';
import type { Job } from './job.entity.js';
import type { UpdateJobInput } from './job.inputs.js';
import { lockJob } from './lock-job.js';

/** Updates the fields present in the input. */
export async function updateJob(unit: Unit, input: UpdateJobInput): Promise<Job> {
  const job = await lockJob(unit, input.id);
  await refuseIfChanged(unit, job, input.ifUnchangedSince, input, {
    assigneeIds: {
      field: 'assignees',
      read: () => assigneeIdsOf(unit, { job: job.id, visit: null }),
    },
  });
  const { clientId, assigneeIds } = input;
  const faults = new Faults();
  faults.check(() => changeFields(unit, job, input));
  if (clientId === null) job.client = null;
  else if (clientId !== undefined && clientId !== job.client?.id)
    job.client =
      (await faults.checkLater(() => clientToUse(unit, clientId, 'input.clientId'))) ?? job.client;
  if (assigneeIds)
    await faults.checkLater(() => assignToJob(unit, job, assigneeIds, 'input.assigneeIds'));
  faults.throwIfAny();
  return job;
}
