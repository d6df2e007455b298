import { Ctx, Resolver, Root } from 'type-graphql';
import { JobChange } from '../domain/jobs/job-change.js';
import { QuotePayload } from '../domain/quotes/quote.inputs.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { internal } from '../visibility/audience.js';
import { ResolvedFieldFor } from '../visibility/declare.js';
import { promptStatus, SharePromptStatus } from './prompt-status.js';
import { SharePrompt } from './share-prompt.entity.js';
import type { SharingContext } from './sharing-context.js';
import { waitingPrompt } from './waiting-prompt.js';

type Changed = { job: { id: string } };
type MaybeChanged = { job: { id: string } | null };

const PROMPT = 'The prompt to review, when one waits and you may share.';
const STATUS = 'Whether a prompt waits, or why not.';

/** What sharing adds to the answer of every change of a job. */
@Resolver(() => JobChange)
export class JobChangeResolver {
  @ResolvedFieldFor(whoMay('SHARE'), PROMPT, () => SharePrompt, { nullable: true })
  sharePrompt(@Root() { job }: Changed, @Ctx() context: SharingContext) {
    return waitingPrompt(context, job.id);
  }

  @ResolvedFieldFor(internal, STATUS, () => SharePromptStatus)
  sharePromptStatus(@Root() { job }: Changed, @Ctx() context: SharingContext) {
    return statusOf(context, job.id);
  }
}

/** A quote may be part of no job yet; when it is, changing it is a change of its job. */
@Resolver(() => QuotePayload)
export class QuoteChangeResolver {
  @ResolvedFieldFor(whoMay('SHARE'), PROMPT, () => SharePrompt, { nullable: true })
  sharePrompt(@Root() { job }: MaybeChanged, @Ctx() context: SharingContext) {
    return job && waitingPrompt(context, job.id);
  }

  @ResolvedFieldFor(
    whoMay('WRITE_SALES'),
    `${STATUS} Null for a quote that is part of no job.`,
    () => SharePromptStatus,
    { nullable: true },
  )
  sharePromptStatus(@Root() { job }: MaybeChanged, @Ctx() context: SharingContext) {
    return job && statusOf(context, job.id);
  }
}

async function statusOf({ reader, sharing, principal }: SharingContext, jobId: string) {
  const state = await reader.lookup(sharing.question, jobId);
  return state && promptStatus(state, principal.audience);
}
