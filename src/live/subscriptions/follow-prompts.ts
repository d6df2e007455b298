import type { Lookup } from '../../database/reader/reader.js';
import { momentFrom } from '../../database/sql/moment.js';
import { waitingPrompt } from '../../sharing/prompt/waiting-prompt.js';
import type { StaffPrincipal } from '../../visibility/principal.js';
import type { LiveSharingContext } from './live-context.js';
import type { PendingEvents, SubscriptionQueue, TopicUpdate } from './subscription-queue.js';

/** Version of each share prompt, by job: changes when the prompt is raised again or revised. */
type Versions = Map<string, string>;

interface WaitingRow {
  jobId: string;
  revision: number;
  raisedAt: string;
}

/** Subscribes to the share prompts of a business: an event for each when it is raised and at each new revision. */
export function followPrompts({
  principal,
  live,
}: LiveSharingContext): SubscriptionQueue<LiveSharingContext> {
  const known: Versions = new Map();
  return live.follow<LiveSharingContext>({
    principal,
    readsEverything: false,
    jobId: null,
    concerns: ({ jobs }) => Object.keys(jobs).filter((id) => jobs[id]?.includes('SharePrompt')),
    rereadsAfter: ({ accessEntities }) => accessEntities.includes('Business'),
    updates: (context, pending) => raised(context, known, pending),
  });
}

async function raised(
  context: LiveSharingContext,
  known: Versions,
  { jobs, mayHaveMissed }: PendingEvents,
): Promise<TopicUpdate[]> {
  const waiting = mayHaveMissed ? await allWaiting(context) : await waitingOn(context, jobs);
  const changed = [...waiting].filter(([jobId, version]) => known.get(jobId) !== version);
  for (const jobId of mayHaveMissed ? [] : jobs) known.delete(jobId);
  if (mayHaveMissed) known.clear();
  for (const [jobId, version] of waiting) known.set(jobId, version);
  return changed.map(([jobId]) => ({ root: { jobId }, isNew: true }));
}

async function waitingOn(context: LiveSharingContext, jobs: Iterable<string>): Promise<Versions> {
  const prompts = await Promise.all([...jobs].map((jobId) => waitingPrompt(context, jobId)));
  return new Map(
    prompts.flatMap((prompt) =>
      prompt ? [[prompt.jobId, versionOf(prompt.revision, prompt.raisedAt)]] : [],
    ),
  );
}

async function allWaiting({ reader, principal }: LiveSharingContext): Promise<Versions> {
  const rows = (await reader.lookup(WAITING, (principal as StaffPrincipal).businessId)) ?? [];
  return new Map(
    rows.map(({ jobId, revision, raisedAt }) => [jobId, versionOf(revision, momentFrom(raisedAt))]),
  );
}

function versionOf(revision: number, raisedAt: Date): string {
  return `${revision} ${raisedAt.getTime()}`;
}

const WAITING: Lookup<WaitingRow[]> = {
  sql: `
    select b.id, json_agg(json_build_object('jobId', p.job_id, 'revision', p.revision,
      'raisedAt', coalesce(p.raised_at, p.changed_at))) as waiting
    from businesses b join share_prompts p on p.business_id = b.id and p.ready
    where b.id = $1 and b.id = any($2) and b.client_portal_enabled
    group by b.id`,
  answer: ({ waiting }) => waiting as WaitingRow[],
};
