import { Ctx, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../domain/context.js';
import { correspondents, Message } from '../../domain/messages/message.entity.js';
import {
  MarkMessagesReadPayload,
  SendMessagePayload,
} from '../../domain/messages/message.inputs.js';
import { clientOnly } from '../../visibility/audience.js';
import { ArgFor, MutationFor, ResolvedFieldFor } from '../../visibility/declare.js';
import { Portal } from '../portal.resolver.js';
import { markMessagesRead } from './mark-messages-read.js';
import { sendMessage } from './send-message.js';

/** What both ends of a thread can do. */
@Resolver()
export class MessagingResolver {
  @MutationFor(
    correspondents,
    'Sends a message about a job. The other side hears of it by mail, one mail for messages that follow each other.',
    () => SendMessagePayload,
  )
  async sendMessage(
    @ArgFor(correspondents, 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(correspondents, 'body', 'What it says; at most 5,000 characters.', () => String)
    body: string,
    @Ctx() { change, config, limits, principal }: Context,
  ) {
    if (principal.kind === 'CLIENT' && principal.link)
      await limits.clientWrites.addMessage(principal.link, body);
    return change((unit) => sendMessage(unit, config, jobId, body));
  }

  @MutationFor(
    correspondents,
    'Says that the messages of the other side were read.',
    () => MarkMessagesReadPayload,
  )
  markMessagesRead(
    @ArgFor(correspondents, 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(
      correspondents,
      'upTo',
      'The last message that was shown; left out, all of them were.',
      () => ID,
      { nullable: true },
    )
    upTo: string | null | undefined,
    @Ctx() { change }: Context,
  ) {
    return change((unit) => markMessagesRead(unit, jobId, upTo));
  }
}

type RootedPortal = { job: { messages: Message[] | null } };

/** The thread on the portal page. Whether there is one says whether messages are on. */
@Resolver(() => Portal)
export class PortalMessagesResolver {
  @ResolvedFieldFor(
    clientOnly,
    'Your messages with the business, the newest 500, first sent first; null while they are switched off.',
    () => [Message],
    { nullable: true },
  )
  messages(@Root() { job }: RootedPortal) {
    return job.messages;
  }

  @ResolvedFieldFor(clientOnly, 'Whether you can write to the business here.', () => Boolean)
  messagesEnabled(@Root() { job }: RootedPortal): boolean {
    return job.messages !== null;
  }
}
