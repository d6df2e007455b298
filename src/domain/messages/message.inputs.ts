import { Int, ObjectType } from 'type-graphql';
import { FieldFor } from '../../visibility/declare.js';
import { Job } from '../jobs/job.entity.js';
import { JobChange } from '../jobs/job-change.js';
import { whoMay } from '../staff/capabilities.js';
import { correspondents, Message } from './message.entity.js';

@ObjectType({
  implements: JobChange,
  description: "The job with its client's messages switched on or off.",
})
export class SetClientMessagesPayload extends JobChange {}

@ObjectType({ description: 'The message that was sent.' })
export class SendMessagePayload {
  @FieldFor(correspondents, 'The message.', () => Message)
  message!: Message;
}

@ObjectType({ description: 'The messages were read.' })
export class MarkMessagesReadPayload {
  @FieldFor(correspondents, 'How many messages were unread until now.', () => Int)
  read!: number;

  @FieldFor(whoMay('MESSAGE_CLIENTS'), 'The job with its messages.', () => Job, {
    nullable: true,
  })
  job!: Job;
}
