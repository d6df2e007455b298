import { Int, ObjectType } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Job } from '../jobs/job.entity.js';
import { JobChange } from '../jobs/job-change.js';
import { correspondents, Message } from './message.entity.js';

@ObjectType({
  implements: JobChange,
  description: 'Result of setClientMessages.',
})
export class SetClientMessagesPayload extends JobChange {}

@ObjectType({ description: 'Result of sendMessage.' })
export class SendMessagePayload {
  @FieldFor(correspondents, 'Sent message.', () => Message)
  message!: Message;
}

@ObjectType({ description: 'Result of markMessagesRead.' })
export class MarkMessagesReadPayload {
  @FieldFor(correspondents, 'Number of messages marked as read.', () => Int)
  read!: number;

  @FieldFor(rolesWith('MESSAGE_CLIENTS'), 'Job of the messages.', () => Job, {
    nullable: true,
  })
  job!: Job;
}
