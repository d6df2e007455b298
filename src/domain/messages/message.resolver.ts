import { Ctx, ID, Int, Resolver } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { ComputedFor, RelatedFor } from '../common/computed.js';
import { connectionOf } from '../common/connection.js';
import type { StaffContext } from '../common/context.js';
import { IfUnchangedSinceArg, refuseIfChanged } from '../common/if-unchanged-since.js';
import { BelongsTo, PageOf, type Related } from '../common/relations.js';
import { Job } from '../jobs/job.entity.js';
import { lockJob } from '../jobs/lock-job.js';
import { correspondents, Message } from './message.entity.js';
import { SetClientMessagesPayload } from './message.inputs.js';
import { unreadInSql } from './unread-messages.js';

const messengers = rolesWith('MESSAGE_CLIENTS');
/** Opening the messages shows the client a new part of its page, so it takes the right to share. */
const switchers = rolesWith('SHARE');
const MessageConnection = connectionOf(() => Message, 'Message', correspondents);

/** The thread of a job with its current client, and the mutation that switches it on. */
@Resolver(() => Job)
export class MessageResolver {
  @RelatedFor({
    audiences: correspondents,
    description:
      'Messages between client and business, oldest first; empty for the client while messages are off.',
    type: () => [Message],
    nullable: true,
    parent: () => Job,
    // What an earlier client wrote is not for this one.
    relationSql: (message, job) => `messages ${message}
      where ${message}.job_id = ${job}.id and ${message}.client_id = ${job}.client_id order by ${message}.id`,
    published: ({ messages }) => messages,
  })
  messages!: Related<Message[]> | null;

  @PageOf(
    'messages',
    correspondents,
    () => MessageConnection,
    () => Message,
    'job',
    {
      nullable: true,
      columns: ['clientId'],
      mayHaveMore: true,
      // Not the messages of an earlier client.
      whereSql: (message, jobId) =>
        `${message}.client_id = (select j.client_id from jobs j where j.id = ${jobId})`,
    },
  )
  messagesPage!: Related<InstanceType<typeof MessageConnection>>;

  @ComputedFor({
    audiences: messengers,
    description: 'Number of messages of the client that no staff member has read.',
    type: () => Int,
    record: () => Job,
    computedSql: unreadInSql,
  })
  unreadMessages!: number | null;

  @MutationFor(
    switchers,
    'Switches the messages of a job on or off. While they are off, nobody can write and the client sees none.',
    () => SetClientMessagesPayload,
  )
  setClientMessages(
    @ArgFor(switchers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(switchers, 'enabled', 'Whether messages are on.', () => Boolean) enabled: boolean,
    @IfUnchangedSinceArg(switchers) ifUnchangedSince: Date | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await lockJob(unit, jobId);
      await refuseIfChanged(unit, job, ifUnchangedSince, { clientMessagesEnabled: enabled });
      job.clientMessagesEnabled = enabled;
      return { job };
    });
  }
}

/** Author of a message of the business; visible to staff only. */
@Resolver(() => Message)
export class MessageAuthorResolver {
  @ComputedFor({
    audiences: messengers,
    description: 'Name of the staff member who wrote it; null when the client wrote it.',
    type: () => String,
    record: () => Message,
    computedSql: (message) =>
      `(select m.name from staff_members m where m.id = ${message}.author_id)`,
  })
  authorName!: string | null;

  @BelongsTo(messengers, 'Job of the thread; null when you cannot see it.', () => Job)
  job!: Related<Job> | null;
}
