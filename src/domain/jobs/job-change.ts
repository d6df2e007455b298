import { InterfaceType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { Job } from './job.entity.js';

/**
 * What every mutation that changes a job answers. Sharing adds `sharePrompt` and `sharePromptStatus`
 * to it, so the prompt appears by itself and no mutation has to remember it.
 */
@InterfaceType({
  description:
    'The answer to any change of a job: the job, and the share prompt that the change raised.',
})
export abstract class JobChange {
  @FieldFor(internal, 'The job as it is now.', () => Job)
  job!: Job;
}
