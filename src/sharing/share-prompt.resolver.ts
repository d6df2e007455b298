import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { Job } from '../domain/jobs/job.entity.js';
import { AFTER, CURSOR, connectionOf, FIRST, FirstType, PAGE_SIZE } from '../domain/pages.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { ArgFor, QueryFor, ResolvedFieldFor } from '../visibility/declare.js';
import { notFound } from '../visibility/refusals.js';
import { DetailChange, detailChanges } from './detail-change.js';
import { select, viewOf } from './selection.js';
import { ShareItem, sharedItems, shareItems } from './share-item.js';
import { SharePrompt } from './share-prompt.entity.js';
import type { SharingContext } from './sharing-context.js';
import { type WaitingPrompt, waitingPrompt } from './waiting-prompt.js';

const sharers = whoMay('SHARE');
const SharePromptConnection = connectionOf(() => SharePrompt, 'SharePrompt');

/** What a prompt shows, and where to find those that wait. */
@Resolver(() => SharePrompt)
export class SharePromptResolver {
  @QueryFor(sharers, 'The prompt that waits on a job, if one does.', () => SharePrompt, {
    nullable: true,
  })
  async sharePrompt(
    @ArgFor(sharers, 'jobId', 'Which job.', () => ID) jobId: string,
    @Ctx() context: SharingContext,
  ) {
    if (!(await context.reader.find(Job, jobId))) throw notFound();
    return waitingPrompt(context, jobId);
  }

  @QueryFor(
    sharers,
    'The prompts that wait for somebody to review them, last changed first.',
    () => SharePromptConnection,
  )
  async sharePrompts(
    @ArgFor(sharers, 'first', FIRST, FirstType, PAGE_SIZE) first: number | null,
    @ArgFor(sharers, 'after', AFTER, () => String, CURSOR) after: string | null,
    @Ctx() context: SharingContext,
  ) {
    const page = await context.reader.page(SharePrompt, {
      first,
      after,
      where: [{ property: 'ready', in: ['true'] }],
      orderBy: { property: 'changedAt', direction: 'desc' },
    });
    const edges = await Promise.all(
      page.edges.map(async ({ cursor, node }) => ({
        cursor,
        node: await waitingPrompt(context, node.jobId),
      })),
    );
    const waiting = edges.filter(({ node }) => node !== null);
    return { ...page, edges: waiting, nodes: waiting.map(({ node }) => node) };
  }

  @ResolvedFieldFor(sharers, 'The job that changed.', () => Job)
  job(@Root() { jobId }: WaitingPrompt, @Ctx() { reader }: SharingContext) {
    return reader.find(Job, jobId);
  }

  @ResolvedFieldFor(
    sharers,
    'Whose change raised it; null when a client or the system did.',
    () => StaffMember,
    { nullable: true },
  )
  raisedBy(@Root() { raisedById }: WaitingPrompt, @Ctx() { reader }: SharingContext) {
    return reader.find(StaffMember, raisedById);
  }

  @ResolvedFieldFor(sharers, 'Everything that can be ticked, and what would go.', () => [ShareItem])
  items(@Root() { state }: WaitingPrompt): ShareItem[] {
    return shareItems(state);
  }

  @ResolvedFieldFor(
    sharers,
    'Title, description and site address go out with every share: what has changed of them.',
    () => [DetailChange],
  )
  details(@Root() { state }: WaitingPrompt): DetailChange[] {
    return detailChanges(state);
  }

  @ResolvedFieldFor(sharers, "Exactly the client's Job if this selection were sent.", () => Job)
  preview(
    @ArgFor(sharers, 'items', 'Keys of the ticked items.', () => [ID], { bound: sharedItems })
    items: string[],
    @Root() { state }: WaitingPrompt,
    @Ctx() { sharing }: SharingContext,
  ) {
    return sharing.project('Job', viewOf(state, select(state, items)));
  }
}

/** The prompt on its job. */
@Resolver(() => Job)
export class JobPromptResolver {
  @ResolvedFieldFor(sharers, 'The prompt that waits on this job, if one does.', () => SharePrompt, {
    nullable: true,
    name: 'sharePrompt',
  })
  waitingPrompt(@Root() job: { id: string; sharePrompt?: null }, @Ctx() context: SharingContext) {
    return job.sharePrompt === null ? null : waitingPrompt(context, job.id);
  }
}
