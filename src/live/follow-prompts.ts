import { momentFrom } from '../database/moment.js';
import type { Lookup } from '../database/reader.js';
import { waitingPrompt } from '../sharing/waiting-prompt.js';
import type { StaffPrincipal } from '../visibility/principal.js';
import type { Feed, Heard, News } from './feed.js';
import type { LiveSharingContext } from './live-context.js';

/** What tells one raising of a prompt from the next, by job. */
type Marks = Map<string, string>;

interface WaitingRow {
  jobId: string;
  revision: number;
  raisedAt: string;
}

/** Follows the prompts of a business: each is told when it is raised, and again with each revision. */
export function followPrompts({ principal, live }: LiveSharingContext): Feed<LiveSharingContext> {
  const known: Marks = new Map();
  return live.follow<LiveSharingContext>({
    principal,
    readsAllAtOnce: false,
    jobId: null,
    concerns: ({ jobs }) => Object.keys(jobs).filter((id) => jobs[id]?.includes('SharePrompt')),
    looksAgainAfter: ({ standing }) => standing.includes('Business'),
    news: (fresh, heard) => raised(fresh, known, heard),
  });
}

async function raised(
  context: LiveSharingContext,
  known: Marks,
  { jobs, mayHaveMissed }: Heard,
): Promise<News[]> {
  const waiting = mayHaveMissed ? await allWaiting(context) : await waitingOn(context, jobs);
  const news = [...waiting].filter(([jobId, mark]) => known.get(jobId) !== mark);
  for (const jobId of mayHaveMissed ? [] : jobs) known.delete(jobId);
  if (mayHaveMissed) known.clear();
  for (const [jobId, mark] of waiting) known.set(jobId, mark);
  return news.map(([jobId]) => ({ root: { jobId }, isNew: true }));
}

async function waitingOn(context: LiveSharingContext, jobs: Iterable<string>): Promise<Marks> {
  const prompts = await Promise.all([...jobs].map((jobId) => waitingPrompt(context, jobId)));
  return new Map(
    prompts.flatMap((prompt) =>
      prompt ? [[prompt.jobId, markOf(prompt.revision, prompt.raisedAt)]] : [],
    ),
  );
}

async function allWaiting({ reader, principal }: LiveSharingContext): Promise<Marks> {
  const rows = (await reader.lookup(WAITING, (principal as StaffPrincipal).businessId)) ?? [];
  return new Map(
    rows.map(({ jobId, revision, raisedAt }) => [jobId, markOf(revision, momentFrom(raisedAt))]),
  );
}

function markOf(revision: number, raisedAt: Date): string {
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
