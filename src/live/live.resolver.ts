import { Ctx, ID, Resolver, Root } from 'type-graphql';
import type { StaffContext } from '../domain/context.js';
import { Job } from '../domain/jobs/job.entity.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { Portal, PortalResolver } from '../portal/portal.resolver.js';
import { SharePrompt } from '../sharing/share-prompt.entity.js';
import type { SharingContext } from '../sharing/sharing-context.js';
import { waitingPrompt } from '../sharing/waiting-prompt.js';
import { clientOnly, internal } from '../visibility/audience.js';
import { ArgFor, SubscriptionFor } from '../visibility/declare.js';
import type { ClientPrincipal } from '../visibility/principal.js';
import { notFound } from '../visibility/refusals.js';
import { followJob } from './follow-job.js';
import { followPortal } from './follow-portal.js';
import { followPrompts } from './follow-prompts.js';
import type { LiveContext } from './live-context.js';

/** What can be followed. Each event is read afresh, by the rules of an ordinary request. */
@Resolver()
export class LiveResolver {
  @SubscriptionFor(
    internal,
    'The job, each time something of it that you see has changed. Ends when you no longer see it.',
    () => Job,
    ({ args, context }) => followJob(context as never, args.jobId),
  )
  async jobChanged(
    @ArgFor(internal, 'jobId', 'Which job.', () => ID) jobId: string,
    @Ctx() { reader }: StaffContext,
  ) {
    return (await reader.find(Job, jobId)) ?? Promise.reject(notFound());
  }

  @SubscriptionFor(
    whoMay('SHARE'),
    'A prompt that has begun to wait for a review, or whose revision has risen.',
    () => SharePrompt,
    ({ context }) => followPrompts(context as never),
  )
  async sharePromptRaised(@Root() { jobId }: { jobId: string }, @Ctx() context: SharingContext) {
    return (await waitingPrompt(context, jobId)) ?? Promise.reject(notFound());
  }

  @SubscriptionFor(
    clientOnly,
    'All that your page shows, each time there is something new. Ends when your link no longer opens.',
    () => Portal,
    ({ context }) => followPortal(context as never),
  )
  portalChanged(@Ctx() context: LiveContext<ClientPrincipal>) {
    return new PortalResolver().portal(context);
  }
}
