import type { ClientPrincipal } from '../visibility/principal.js';
import { notFound } from '../visibility/refusals.js';
import type { Feed } from './feed.js';
import type { LiveContext } from './live-context.js';
import { MESSAGES_SWITCH } from './notice.js';

/** Records whose coming changes what a portal page shows. What else changes, its client is not told. */
const SHOWS = ['Publication', 'Message', MESSAGES_SWITCH];

/** Follows what a portal link shows, until it no longer opens. */
export function followPortal({ principal, live }: LiveContext<ClientPrincipal>): Feed<LiveContext> {
  const { link } = principal;
  if (!link) throw notFound();
  return live.follow<LiveContext>({
    principal,
    readsAllAtOnce: true,
    jobId: null,
    concerns: ({ jobs }) =>
      jobs[link.jobId]?.some((kind) => SHOWS.includes(kind)) ? [link.jobId] : [],
    news: async (_fresh, { jobs }) => [{ root: {}, isNew: jobs.size > 0 }],
  });
}
