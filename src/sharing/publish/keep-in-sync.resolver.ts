import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import { IfUnchangedSinceArg, refuseIfChanged } from '../../domain/common/if-unchanged-since.js';
import { JobChange } from '../../domain/jobs/job-change.js';
import { lockJob } from '../../domain/jobs/lock-job.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import type { SharingContext } from '../sharing-context.js';

const sharers = rolesWith('SHARE');

@ObjectType({
  implements: JobChange,
  description: 'Result of setKeepInSync.',
})
class SetKeepInSyncPayload extends JobChange {}

/** Switch for publishing changes of shared items without a review. */
@Resolver()
export class KeepInSyncResolver {
  @MutationFor(
    sharers,
    'Sets whether later changes of the shared schedule, status and to-dos are published at once, without a ' +
      'review or an email. Items that are not shared still need a review. Switching it on publishes nothing: ' +
      'each item is published at its next change.',
    () => SetKeepInSyncPayload,
  )
  setKeepInSync(
    @ArgFor(sharers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(sharers, 'enabled', 'Whether it is on; off by default.', () => Boolean)
    enabled: boolean,
    @IfUnchangedSinceArg(sharers) ifUnchangedSince: Date | null,
    @Ctx() { change }: SharingContext,
  ) {
    return change(async (unit) => {
      const job = await lockJob(unit, jobId);
      await refuseIfChanged(unit, job, ifUnchangedSince, { keepInSync: enabled });
      job.keepInSync = enabled;
      return { job };
    });
  }
}
