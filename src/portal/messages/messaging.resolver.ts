import { Ctx, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../domain/common/context.js';
import { text } from '../../domain/common/text.js';
import {
  correspondents,
  MAX_MESSAGE_LENGTH,
  Message,
} from '../../domain/messages/message.entity.js';
import {
  MarkMessagesReadPayload,
  SendMessagePayload,
} from '../../domain/messages/message.inputs.js';
import { clientOnly } from '../../visibility/audience.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { Portal } from '../portal.resolver.js';
import { markMessagesRead } from './mark-messages-read.js';
import { sendMessage } from './send-message.js';

/** Mutations that both staff and clients can call on a thread. */
@Resolver()
export class MessagingResolver {
  @MutationFor(
    correspondents,
    'Sends a message about a job. The other side is notified by email; messages sent shortly after one another share one email.',
    () => SendMessagePayload,
  )
  async sendMessage(
    @ArgFor(correspondents, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(correspondents, 'body', 'Text of the message.', () => String, {
      bound: text(MAX_MESSAGE_LENGTH),
    })
    body: string,
    @Ctx() { change, config, limits, principal }: Context,
  ) {
    if (principal.kind === 'CLIENT' && principal.link)
      await limits.clientWrites.addMessage(principal.link, body);
    return change((unit) => sendMessage(unit, config, jobId, body));
  }

  @MutationFor(
    correspondents,
    'Marks messages of the other side as read.',
    () => MarkMessagesReadPayload,
    { withoutKey: 'HARMLESS' },
  )
  markMessagesRead(
    @ArgFor(correspondents, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(
      correspondents,
      'upTo',
      'ID of the last message to mark as read; by default all messages.',
      () => ID,
      { nullable: true },
    )
    upTo: string | null | undefined,
    @Ctx() { change }: Context,
  ) {
    return change((unit) => markMessagesRead(unit, jobId, upTo));
  }
}

type RootedPortal = { job: { messages: Message[] | null } | null };

/** The page of one quote or invoice has no messages. */
function messagesOf({ job }: RootedPortal): Message[] | null {
  return job?.messages ?? null;
}

/** Messages on the portal page; null if they are switched off for the job. */
@Resolver(() => Portal)
export class PortalMessagesResolver {
  @ResolvedFieldFor(
    clientOnly,
    'Your newest 500 messages with the business, oldest first; null while messages are switched off.',
    () => [Message],
    { nullable: true, published: (portal) => messagesOf(portal as RootedPortal) },
  )
  messages(@Root() portal: RootedPortal) {
    return messagesOf(portal);
  }

  @ResolvedFieldFor(clientOnly, 'Whether you can send messages to the business.', () => Boolean, {
    published: (portal) => messagesOf(portal as RootedPortal) !== null,
  })
  messagesEnabled(@Root() portal: RootedPortal): boolean {
    return messagesOf(portal) !== null;
  }
}
