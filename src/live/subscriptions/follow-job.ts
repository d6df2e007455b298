import { Job } from '../../domain/jobs/job.entity.js';
import { notFound } from '../../visibility/refusals.js';
import type { LiveContext } from './live-context.js';
import type { SubscriptionQueue } from './subscription-queue.js';

/**
 * Subscribes to a job; ends when it is no longer visible to this person.
 *
 * @throws NOT_FOUND if it is not visible now.
 */
export async function followJob(
  { principal, reader, live }: LiveContext,
  jobId: string,
): Promise<SubscriptionQueue<LiveContext>> {
  if (!(await reader.find(Job, jobId))) throw notFound();
  const id = jobId.toLowerCase();
  return live.follow<LiveContext>({
    principal,
    readsEverything: true,
    jobId: id,
    concerns: ({ jobs }) => (jobs[id] ? [id] : []),
    updates: async (context, { jobs }) =>
      (await context.reader.find(Job, id)) ? [{ root: {}, isNew: jobs.size > 0 }] : null,
  });
}
