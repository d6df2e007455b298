import { Ctx, Resolver, Root } from 'type-graphql';
import { JobChange } from '../domain/jobs/job-change.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { internal } from '../visibility/audience.js';
import { ResolvedFieldFor } from '../visibility/declare.js';
import { promptStatus, SharePromptStatus } from './prompt-status.js';
import { SharePrompt } from './share-prompt.entity.js';
import type { SharingContext } from './sharing-context.js';
import { waitingPrompt } from './waiting-prompt.js';

type Changed = { job: { id: string } | null };

/** What sharing adds to the answer of every change of a job. */
@Resolver(() => JobChange)
export class JobChangeResolver {
  @ResolvedFieldFor(whoMay('SHARE'), 'The prompt to review, when one waits and you may share.', () => SharePrompt, { nullable: true })
  sharePrompt(@Root() { job }: Changed, @Ctx() context: SharingContext) {
    return job && waitingPrompt(context, job.id);
  }

  @ResolvedFieldFor(internal, 'Whether a prompt waits, or why not.', () => SharePromptStatus, { nullable: true })
  async sharePromptStatus(@Root() { job }: Changed, @Ctx() { reader, sharing, principal }: SharingContext) {
    const state = job && (await reader.lookup(sharing.question, job.id));
    return state && promptStatus(state, principal.audience);
  }
}
