import { Ctx, Resolver, Root } from 'type-graphql';
import { JobChange } from '../../domain/jobs/job-change.js';
import { QuotePayload } from '../../domain/quotes/quote.inputs.js';
import { staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import type { SharingContext } from '../sharing-context.js';
import { promptStatus, SharePromptStatus } from './prompt-status.js';
import { SharePrompt } from './share-prompt.entity.js';
import { waitingPrompt } from './waiting-prompt.js';

type Changed = { job: { id: string } };
type MaybeChanged = { job: { id: string } | null };

const PROMPT = 'Pending share prompt of the job; null if there is none or you may not share.';
const STATUS = 'Whether a share prompt is pending, or why not.';

/** Fields that sharing adds to the payload of every change of a job. */
@Resolver(() => JobChange)
export class JobChangeResolver {
  @ResolvedFieldFor(rolesWith('SHARE'), PROMPT, () => SharePrompt, { nullable: true })
  sharePrompt(@Root() { job }: Changed, @Ctx() context: SharingContext) {
    return waitingPrompt(context, job.id);
  }

  @ResolvedFieldFor(staffOnly, STATUS, () => SharePromptStatus)
  sharePromptStatus(@Root() { job }: Changed, @Ctx() context: SharingContext) {
    return statusOf(context, job.id);
  }
}

/** The same fields on changes of a quote; null while the quote belongs to no job. */
@Resolver(() => QuotePayload)
export class QuoteChangeResolver {
  @ResolvedFieldFor(rolesWith('SHARE'), PROMPT, () => SharePrompt, { nullable: true })
  sharePrompt(@Root() { job }: MaybeChanged, @Ctx() context: SharingContext) {
    return job && waitingPrompt(context, job.id);
  }

  @ResolvedFieldFor(
    rolesWith('WRITE_SALES'),
    `${STATUS} Null for a quote without a job.`,
    () => SharePromptStatus,
    { nullable: true },
  )
  sharePromptStatus(@Root() { job }: MaybeChanged, @Ctx() context: SharingContext) {
    return job && statusOf(context, job.id);
  }
}

async function statusOf({ reader, sharing, principal }: SharingContext, jobId: string) {
  const state = await reader.lookup(sharing.stateLookup, jobId);
  return state && promptStatus(state, principal.audience);
}
