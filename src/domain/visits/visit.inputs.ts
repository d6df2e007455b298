import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { ListOf } from '../../visibility/bounds.js';
import { FieldFor } from '../../visibility/declare.js';
import { JobChange } from '../jobs/job-change.js';
import { whoMay } from '../staff/capabilities.js';
import { Visit } from './visit.entity.js';

@InputType({ description: 'A visit to put on the calendar.' })
export class ScheduleVisitInput {
  @FieldFor(whoMay('WRITE_JOBS'), 'For which job.', () => ID)
  jobId!: string;

  @FieldFor(whoMay('WRITE_JOBS'), 'When it starts.', () => GraphQLDateTime)
  startsAt!: Date;

  @FieldFor(whoMay('WRITE_JOBS'), 'When it ends; after it starts.', () => GraphQLDateTime)
  endsAt!: Date;

  @ListOf(100)
  @FieldFor(whoMay('WRITE_JOBS'), 'Who comes; they see the job from then on.', () => [ID], {
    nullable: true,
  })
  assigneeIds?: string[] | null;
}

@ObjectType({ implements: JobChange, description: 'The scheduled visit.' })
export class ScheduleVisitPayload extends JobChange {
  @FieldFor(internal, 'The new visit.', () => Visit)
  visit!: Visit;
}

@ObjectType({
  implements: JobChange,
  description: 'The visit at its new time.',
})
export class RescheduleVisitPayload extends JobChange {
  @FieldFor(internal, 'The moved visit.', () => Visit)
  visit!: Visit;
}

@ObjectType({ implements: JobChange, description: 'The cancelled visit.' })
export class CancelVisitPayload extends JobChange {
  @FieldFor(internal, 'The visit that will not take place.', () => Visit)
  visit!: Visit;
}
