import { Ctx, ID, Resolver, Root } from 'type-graphql';
import type { StaffContext } from '../../domain/common/context.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { followAttention } from '../../live/subscriptions/follow-attention.js';
import { followJob } from '../../live/subscriptions/follow-job.js';
import { followPortal } from '../../live/subscriptions/follow-portal.js';
import { followPrompts } from '../../live/subscriptions/follow-prompts.js';
import type { LiveContext } from '../../live/subscriptions/live-context.js';
import { Portal, PortalResolver } from '../../portal/portal.resolver.js';
import { SharePrompt } from '../../sharing/prompt/share-prompt.entity.js';
import { waitingPrompt } from '../../sharing/prompt/waiting-prompt.js';
import type { SharingContext } from '../../sharing/sharing-context.js';
import { clientOnly, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { SubscriptionFor } from '../../visibility/declare/operations.js';
import type { ClientPrincipal } from '../../visibility/principal.js';
import { notFound } from '../../visibility/refusals.js';

/** Subscriptions. Each event is read under the rules of an ordinary request. */
@Resolver()
export class LiveResolver {
  @SubscriptionFor(
    staffOnly,
    'Job, at each change that is visible to you. Ends when the job is no longer visible to you.',
    () => Job,
    ({ args, context }) => followJob(context as never, args.jobId),
  )
  async jobChanged(
    @ArgFor(staffOnly, 'jobId', 'Id of the job.', () => ID) jobId: string,
    @Ctx() { reader }: StaffContext,
  ) {
    return (await reader.find(Job, jobId)) ?? Promise.reject(notFound());
  }

  @SubscriptionFor(
    rolesWith('SHARE'),
    'Share prompt that is ready for review, at first and at each new revision.',
    () => SharePrompt,
    ({ context }) => followPrompts(context as never),
  )
  async sharePromptRaised(@Root() { jobId }: { jobId: string }, @Ctx() context: SharingContext) {
    return (await waitingPrompt(context, jobId)) ?? Promise.reject(notFound());
  }

  @SubscriptionFor(
    rolesWith('WRITE_SALES'),
    'True, at first and each time when what waits for you has changed: `attention`, and the new enquiries and share prompts that you may see. At most once a second.',
    () => Boolean,
    ({ context }) => followAttention(context as never),
  )
  attentionChanged() {
    return true;
  }

  @SubscriptionFor(
    clientOnly,
    'Content of your portal page, at each change. Ends when your link is no longer valid.',
    () => Portal,
    ({ context }) => followPortal(context as never),
  )
  portalChanged(@Ctx() context: LiveContext<ClientPrincipal>) {
    return new PortalResolver().portal(context);
  }
}
