import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs, PageFor } from '../../domain/common/connection.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import { select, viewOf } from '../review/selection.js';
import type { SharingContext } from '../sharing-context.js';
import { endingOfSelection } from '../state/copy-ids.js';
import { DetailChange, detailChanges } from '../state/detail-change.js';
import { ShareItem, sharedItems, shareItems } from './share-item.js';
import { SharePrompt } from './share-prompt.entity.js';
import { promptsOf, SharePromptFilter, SharePromptOrder } from './share-prompt-lists.js';
import { type WaitingPrompt, waitingPrompt } from './waiting-prompt.js';

const sharers = rolesWith('SHARE');
const SharePromptConnection = connectionOf(() => SharePrompt, 'SharePrompt');

/** Queries of pending prompts, and their fields. */
@Resolver(() => SharePrompt)
export class SharePromptResolver {
  @QueryFor(sharers, 'Pending share prompt of a job; null if there is none.', () => SharePrompt, {
    nullable: true,
  })
  async sharePrompt(
    @ArgFor(sharers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @Ctx() context: SharingContext,
  ) {
    if (!(await context.reader.find(Job, jobId))) throw notFound();
    return waitingPrompt(context, jobId);
  }

  @QueryFor(sharers, 'Pending share prompts, last changed first.', () => SharePromptConnection)
  async sharePrompts(
    @PageFor(sharers) bounds: PageArgs,
    @ArgFor(sharers, 'filter', 'Filter.', () => SharePromptFilter, { nullable: true })
    filter: SharePromptFilter | null,
    @ArgFor(sharers, 'orderBy', 'Sort order.', () => SharePromptOrder, {
      nullable: true,
      defaultValue: SharePromptOrder.LAST_CHANGED_FIRST,
      about: 'SharePrompt.revision',
    })
    orderBy: SharePromptOrder | null,
    @Ctx() context: SharingContext,
  ) {
    const direction = orderBy === SharePromptOrder.FIRST_CHANGED_FIRST ? 'asc' : 'desc';
    const page = await context.reader.page(SharePrompt, {
      ...bounds,
      where: [{ property: 'ready', in: ['true'] }, ...promptsOf(filter ?? {})],
      orderBy: { property: 'changedAt', direction },
    });
    const edges = await Promise.all(
      page.edges.map(async ({ cursor, node }) => ({
        cursor,
        node: await waitingPrompt(context, node.jobId),
      })),
    );
    const waiting = edges.filter(({ node }) => node !== null);
    return {
      nodes: waiting.map(({ node }) => node),
      edges: waiting,
      pageInfo: page.pageInfo,
      get totalCount() {
        return page.totalCount;
      },
    };
  }

  @ResolvedFieldFor(sharers, 'Job of the prompt.', () => Job)
  job(@Root() { jobId }: WaitingPrompt, @Ctx() { reader }: SharingContext) {
    return reader.find(Job, jobId);
  }

  @ResolvedFieldFor(
    sharers,
    'Staff member whose change raised it; null for a change of a client or of the system.',
    () => StaffMember,
    { nullable: true },
  )
  raisedBy(@Root() { raisedById }: WaitingPrompt, @Ctx() { reader }: SharingContext) {
    return reader.find(StaffMember, raisedById);
  }

  @ResolvedFieldFor(
    sharers,
    'Whether it is the first of the job for its client: nothing of the job was shared with them or dismissed yet.',
    () => Boolean,
  )
  neverReviewed(@Root() { state }: WaitingPrompt): boolean {
    return !state.publication && Object.keys(state.prompt?.reviewed ?? {}).length === 0;
  }

  @ResolvedFieldFor(sharers, 'Items that can be selected, and items that would be removed.', () => [
    ShareItem,
  ])
  items(@Root() { state }: WaitingPrompt): ShareItem[] {
    return shareItems(state);
  }

  @ResolvedFieldFor(
    sharers,
    'Changes of title, description and site address, which are part of every share.',
    () => [DetailChange],
  )
  details(@Root() { state }: WaitingPrompt): DetailChange[] {
    return detailChanges(state);
  }

  @ResolvedFieldFor(
    sharers,
    "Client's view of the job if this selection were shared. Every ID in it is that of the record with `@` and a digest of the selection behind it, so that caches keep it apart from the record; no operation takes such an ID.",
    () => Job,
    { copy: true },
  )
  preview(
    @ArgFor(sharers, 'items', 'Keys of the selected items.', () => [ID], { bound: sharedItems })
    items: string[],
    @Root() { state }: WaitingPrompt,
    @Ctx() { sharing }: SharingContext,
  ) {
    const view = sharing.project('Job', viewOf(state, select(state, items)));
    return sharing.copyOf('Job', view, endingOfSelection(items));
  }
}

/** Prompt as a field of its job. */
@Resolver(() => Job)
export class JobPromptResolver {
  @ResolvedFieldFor(
    sharers,
    'Pending share prompt of the job; null if there is none.',
    () => SharePrompt,
    {
      nullable: true,
      name: 'sharePrompt',
    },
  )
  waitingPrompt(@Root() job: { id: string; sharePrompt?: null }, @Ctx() context: SharingContext) {
    return job.sharePrompt === null ? null : waitingPrompt(context, job.id);
  }
}
