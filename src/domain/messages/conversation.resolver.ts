import { Ctx, ObjectType, Resolver, Root } from 'type-graphql';
import type { Condition, ListOrderBy, Lookup } from '../../database/reader/reader.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { connectionOf, PageArgs, PageFor } from '../common/connection.js';
import type { Context, Rooted } from '../common/context.js';
import { Job } from '../jobs/job.entity.js';
import { Message } from './message.entity.js';

const messengers = rolesWith('MESSAGE_CLIENTS');

/** SQL of the ID of the newest message between the business and a job's current client. */
function newestInSql(job: string): string {
  return `(select m.id from messages m where m.job_id = ${job}.id and m.client_id = ${job}.client_id
    order by m.id desc limit 1)`;
}

const HAS_MESSAGES: Condition = {
  sql: (job) => `exists (select from messages m
    where m.job_id = ${job}.id and m.client_id = ${job}.client_id)`,
};

const HAS_UNREAD: Condition = {
  sql: (job) => `(${job}.id, ${job}.client_id) in (select m.job_id, m.client_id from messages m
    where m.business_id = $1 and m.sender = 'CLIENT' and m.read_at is null)`,
};

const LAST_MESSAGE_FIRST: ListOrderBy = {
  property: 'lastMessage',
  columnType: 'uuid',
  direction: 'desc',
  sql: newestInSql,
};

const newestMessages: Lookup<string> = {
  sql: `select j.id, ${newestInSql('j')} as newest from jobs j where j.business_id = $1 and j.id = any($2::uuid[])`,
  answer: ({ newest }) => String(newest),
};

@ObjectType({ description: 'Messages of a job with its current client, at least one.' })
class Conversation {}

const ConversationConnection = connectionOf(() => Conversation, 'Conversation', messengers);

/** The threads of all jobs in one list; an entry is the row of its job. */
@Resolver(() => Conversation)
export class ConversationResolver {
  @QueryFor(
    messengers,
    'Conversations of the jobs visible to you, last message first.',
    () => ConversationConnection,
  )
  conversations(
    @PageFor(messengers) page: PageArgs,
    @ArgFor(
      messengers,
      'unread',
      'true: only those with messages of the client that no staff member has read.',
      () => Boolean,
      { nullable: true, about: 'Job.unreadMessages' },
    )
    unread: boolean | null,
    @Ctx() { reader }: Context,
  ) {
    return reader.page(Job, {
      ...page,
      where: [unread ? HAS_UNREAD : HAS_MESSAGES],
      orderBy: LAST_MESSAGE_FIRST,
    });
  }

  @ResolvedFieldFor(messengers, 'Job.', () => Job)
  job(@Root() job: Rooted<Job>) {
    return job;
  }

  @ResolvedFieldFor(messengers, 'Newest message, of either side.', () => Message)
  async lastMessage(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return reader.find(Message, await reader.lookup(newestMessages, job.id));
  }
}
