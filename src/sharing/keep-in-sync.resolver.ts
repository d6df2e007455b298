import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import { JobChange } from '../domain/jobs/job-change.js';
import { jobToChange } from '../domain/jobs/job-to-change.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { ArgFor, MutationFor } from '../visibility/declare.js';
import type { SharingContext } from './sharing-context.js';

const sharers = whoMay('SHARE');

@ObjectType({
  implements: JobChange,
  description: 'The job with its sync switched on or off.',
})
export class SetKeepInSyncPayload extends JobChange {}

/** The choice to let what a client already has follow the work by itself. */
@Resolver()
export class KeepInSyncResolver {
  @MutationFor(
    sharers,
    'Chooses whether later changes of the schedule, the status and the to-dos that the client already has ' +
      'reach it at once, whoever makes them, without a review or a mail. What was not shared still waits ' +
      'for a review. Switching it on publishes nothing by itself: each item follows from its next change on.',
    () => SetKeepInSyncPayload,
  )
  setKeepInSync(
    @ArgFor(sharers, 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(sharers, 'enabled', 'On or off; off until somebody switches it on.', () => Boolean)
    enabled: boolean,
    @Ctx() { change }: SharingContext,
  ) {
    return change(async (unit) => {
      const job = await jobToChange(unit, jobId);
      job.keepInSync = enabled;
      return { job };
    });
  }
}
