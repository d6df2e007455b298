import type { ClientPrincipal } from '../../visibility/principal.js';
import { notFound } from '../../visibility/refusals.js';
import { MESSAGES_SWITCH } from '../events/change-event.js';
import type { LiveContext } from './live-context.js';
import type { SubscriptionQueue } from './subscription-queue.js';

/** Entities whose changes are visible on a portal page; its client receives no other events. */
const PORTAL_ENTITIES = ['Publication', 'PagePublication', 'Message', MESSAGES_SWITCH];

/**
 * Subscribes to the portal page of a client; ends when the link is no longer valid.
 *
 * @throws NOT_FOUND if it is not valid now.
 */
export function followPortal({
  principal,
  live,
}: LiveContext<ClientPrincipal>): SubscriptionQueue<LiveContext> {
  const { link } = principal;
  if (!link) throw notFound();
  const subjects = [link.jobId, link.quoteId, link.invoiceId].filter((id) => id !== null);
  return live.follow<LiveContext>({
    principal,
    readsEverything: true,
    jobId: null,
    concerns: ({ jobs }) =>
      subjects.filter((id) => jobs[id]?.some((name) => PORTAL_ENTITIES.includes(name))),
    updates: async (_context, { jobs }) => [{ root: {}, isNew: jobs.size > 0 }],
  });
}
