import { Ctx, ID, Int, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { ArgFor, MutationFor, ResolvedFieldFor } from '../../visibility/declare.js';
import type { Context, Rooted, StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { connectionOf } from '../pages.js';
import { PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { correspondents, Message } from './message.entity.js';
import { SetClientMessagesPayload } from './message.inputs.js';
import { unreadInSql, unreadMessages } from './unread-messages.js';

const messengers = whoMay('MESSAGE_CLIENTS');
const MessageConnection = connectionOf(() => Message, 'Message', correspondents);

/** The thread of a job with its present client, and the switch that opens it. */
@Resolver(() => Job)
export class MessageResolver {
  @ResolvedFieldFor(
    correspondents,
    'Messages between client and business, first sent first; while they are switched off the client has none.',
    () => [Message],
    {
      nullable: true,
      needs: ['clientId'],
      saidFrom: (message, job) => `messages ${message}
        where ${message}.job_id = ${job}.id and ${message}.client_id = ${job}.client_id order by ${message}.id`,
    },
  )
  messages(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(job.messages, async () => {
      const all = await reader.children(Message, 'job', job.id);
      // What an earlier client wrote is not for this one.
      return all.filter(({ clientId }) => clientId === job.clientId);
    });
  }

  @PageOf(
    'messages',
    correspondents,
    () => MessageConnection,
    () => Message,
    'job',
    {
      nullable: true,
      needs: ['clientId'],
      mayHaveMore: true,
      // What an earlier client wrote is not for this one.
      whereSql: (message, jobId) =>
        `${message}.client_id = (select j.client_id from jobs j where j.id = ${jobId})`,
    },
  )
  messagesPage!: Related<InstanceType<typeof MessageConnection>>;

  @ResolvedFieldFor(
    messengers,
    'How many messages of its client nobody of the business has read yet.',
    () => Int,
    { nullable: true, saidBy: unreadInSql },
  )
  unreadMessages(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(job.unreadMessages, () => reader.lookup(unreadMessages, job.id));
  }

  @MutationFor(
    messengers,
    'Switches the messages of a job on or off. While they are off nobody can write, and the client sees none.',
    () => SetClientMessagesPayload,
  )
  setClientMessages(
    @ArgFor(messengers, 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(messengers, 'enabled', 'On or off.', () => Boolean) enabled: boolean,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await jobToChange(unit, jobId);
      job.clientMessagesEnabled = enabled;
      return { job };
    });
  }
}

/** Who wrote for the business: its client never learns a name. */
@Resolver(() => Message)
export class MessageAuthorResolver {
  @ResolvedFieldFor(
    messengers,
    'Name of whoever wrote it for the business; null when the client wrote it.',
    () => String,
    {
      nullable: true,
      needs: ['authorId'],
      saidBy: (message) => `(select m.name from staff_members m where m.id = ${message}.author_id)`,
    },
  )
  async authorName(@Root() message: Rooted<Message>, @Ctx() { reader }: Context) {
    return brought(
      message.authorName,
      async () => (await reader.find(StaffMember, message.authorId))?.name ?? null,
    );
  }
}
