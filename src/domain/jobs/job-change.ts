import { InterfaceType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Job } from './job.entity.js';

/**
 * Interface of the payloads of mutations that change a job. `sharing` adds `sharePrompt` and
 * `sharePromptStatus`, so no mutation has to return them.
 */
@InterfaceType({
  description: 'Payload of a change of a job: the job, and the share prompt for the change.',
})
export abstract class JobChange {
  @FieldFor(staffOnly, 'Job after the change.', () => Job)
  job!: Job;
}
