import { Ctx, ID, Int, Resolver } from 'type-graphql';
import { counter } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { sharedItems } from '../prompt/share-item.js';
import { updateSharing } from '../publish/update-sharing.js';
import { resendShare } from '../sending/resend-share.js';
import type { SharingContext } from '../sharing-context.js';
import { dismissSharePrompt } from './dismiss-share-prompt.js';
import { shareWithClient } from './share-with-client.js';
import {
  DismissSharePromptPayload,
  ResendSharePayload,
  ShareWithClientInput,
  ShareWithClientPayload,
  UpdateSharingPayload,
} from './sharing.inputs.js';

const sharers = rolesWith('SHARE');

/** Mutations of sharing. */
@Resolver()
export class SharingResolver {
  @MutationFor(
    sharers,
    'Publishes the selected items and emails the client a link.',
    () => ShareWithClientPayload,
  )
  shareWithClient(
    @ArgFor(sharers, 'input', 'Review to send.', () => ShareWithClientInput)
    input: ShareWithClientInput,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    return change((unit) => shareWithClient(unit, sharing, config, input));
  }

  @MutationFor(
    sharers,
    'Closes the share prompt without sharing anything.',
    () => DismissSharePromptPayload,
  )
  dismissSharePrompt(
    @ArgFor(sharers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(sharers, 'revision', 'Revision of the reviewed prompt.', () => Int, {
      bound: counter,
    })
    revision: number,
    @Ctx() { change, sharing }: SharingContext,
  ) {
    return change((unit) => dismissSharePrompt(unit, sharing, jobId, revision));
  }

  @MutationFor(
    sharers,
    'Changes which items of a shared job the client sees, at once and without an email.',
    () => UpdateSharingPayload,
  )
  updateSharing(
    @ArgFor(sharers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(sharers, 'items', 'Keys of the items to show; all others are withdrawn.', () => [ID], {
      bound: sharedItems,
    })
    items: string[],
    @Ctx() { change, sharing }: SharingContext,
  ) {
    return change((unit) => updateSharing(unit, sharing, jobId, items));
  }

  @MutationFor(sharers, 'Emails a new link to the current publication.', () => ResendSharePayload)
  resendShare(
    @ArgFor(sharers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    return change((unit) => resendShare(unit, sharing, config, jobId));
  }
}
