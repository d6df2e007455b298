import { Job } from '../domain/jobs/job.entity.js';
import { notFound } from '../visibility/refusals.js';
import type { Feed } from './feed.js';
import type { LiveContext } from './live-context.js';

/** Follows one job that this person sees, until they no longer do. */
export async function followJob(
  { principal, reader, live }: LiveContext,
  jobId: string,
): Promise<Feed<LiveContext>> {
  if (!(await reader.find(Job, jobId))) throw notFound();
  const id = jobId.toLowerCase();
  return live.follow<LiveContext>({
    principal,
    readsAllAtOnce: true,
    jobId: id,
    concerns: ({ jobs }) => (jobs[id] ? [id] : []),
    news: async (fresh, { jobs }) =>
      (await fresh.reader.find(Job, id)) ? [{ root: {}, isNew: jobs.size > 0 }] : null,
  });
}
