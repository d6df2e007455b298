import { Ctx, ID, Int, Resolver } from 'type-graphql';
import { whoMay } from '../domain/staff/capabilities.js';
import { counter } from '../visibility/bounds.js';
import { ArgFor, MutationFor } from '../visibility/declare.js';
import { dismissSharePrompt } from './dismiss-share-prompt.js';
import { resendShare } from './resend-share.js';
import { sharedItems } from './share-item.js';
import { shareWithClient } from './share-with-client.js';
import {
  DismissSharePromptPayload,
  ResendSharePayload,
  ShareWithClientInput,
  ShareWithClientPayload,
  UpdateSharingPayload,
} from './sharing.inputs.js';
import type { SharingContext } from './sharing-context.js';
import { updateSharing } from './update-sharing.js';

const sharers = whoMay('SHARE');

/** The verbs of sharing. */
@Resolver()
export class SharingResolver {
  @MutationFor(
    sharers,
    'Publishes the selection and emails the client a link to it.',
    () => ShareWithClientPayload,
  )
  shareWithClient(
    @ArgFor(
      sharers,
      'input',
      'The reviewed prompt and what was ticked.',
      () => ShareWithClientInput,
    )
    input: ShareWithClientInput,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    return change((unit) => shareWithClient(unit, sharing, config, input));
  }

  @MutationFor(
    sharers,
    'Answers the prompt with "not now": nothing is sent, the client view stays.',
    () => DismissSharePromptPayload,
  )
  dismissSharePrompt(
    @ArgFor(sharers, 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(sharers, 'revision', 'The revision of the prompt that was reviewed.', () => Int, {
      bound: counter,
    })
    revision: number,
    @Ctx() { change, sharing }: SharingContext,
  ) {
    return change((unit) => dismissSharePrompt(unit, sharing, jobId, revision));
  }

  @MutationFor(
    sharers,
    'Changes which items a shared job shows, at once and without a mail.',
    () => UpdateSharingPayload,
  )
  updateSharing(
    @ArgFor(sharers, 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(sharers, 'items', 'Keys of all items to show; the others are withdrawn.', () => [ID], {
      bound: sharedItems,
    })
    items: string[],
    @Ctx() { change, sharing }: SharingContext,
  ) {
    return change((unit) => updateSharing(unit, sharing, jobId, items));
  }

  @MutationFor(sharers, 'Emails the present view again with a new link.', () => ResendSharePayload)
  resendShare(
    @ArgFor(sharers, 'jobId', 'Which job.', () => ID) jobId: string,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    return change((unit) => resendShare(unit, sharing, config, jobId));
  }
}
