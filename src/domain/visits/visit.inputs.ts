import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { ListOf } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare.js';
import { InputRules } from '../../visibility/inputs/input-rules.js';
import { JobChange } from '../jobs/job-change.js';
import { Visit } from './visit.entity.js';
import { checkTimes } from './visit-times.js';

@InputRules<ScheduleVisitInput>({
  fields: ['startsAt', 'endsAt'],
  check: ({ startsAt, endsAt }, path) => checkTimes(startsAt, endsAt, `${path}.endsAt`),
})
@InputType({ description: 'Input of scheduleVisit.' })
export class ScheduleVisitInput {
  @FieldFor(rolesWith('WRITE_JOBS'), 'Job ID.', () => ID)
  jobId!: string;

  @FieldFor(rolesWith('WRITE_JOBS'), 'Start time.', () => GraphQLDateTime)
  startsAt!: Date;

  @FieldFor(rolesWith('WRITE_JOBS'), 'End time; after the start.', () => GraphQLDateTime)
  endsAt!: Date;

  @ListOf(100)
  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'IDs of the staff members assigned to the visit; they can then see the job.',
    () => [ID],
    {
      nullable: true,
    },
  )
  assigneeIds?: string[] | null;
}

@ObjectType({ implements: JobChange, description: 'Result of scheduleVisit.' })
export class ScheduleVisitPayload extends JobChange {
  @FieldFor(staffOnly, 'Scheduled visit.', () => Visit)
  visit!: Visit;
}

@ObjectType({
  implements: JobChange,
  description: 'Result of rescheduleVisit.',
})
export class RescheduleVisitPayload extends JobChange {
  @FieldFor(staffOnly, 'Rescheduled visit.', () => Visit)
  visit!: Visit;
}

@ObjectType({ implements: JobChange, description: 'Result of cancelVisit.' })
export class CancelVisitPayload extends JobChange {
  @FieldFor(staffOnly, 'Cancelled visit.', () => Visit)
  visit!: Visit;
}

@ObjectType({ implements: JobChange, description: 'Result of assignVisit.' })
export class AssignVisitPayload extends JobChange {
  @FieldFor(staffOnly, 'Visit after the change.', () => Visit)
  visit!: Visit;
}
