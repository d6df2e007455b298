import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType, Int, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { Bounded, ListOf, wholeNumber } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { InputRules } from '../../visibility/inputs/input-rules.js';
import { JobChange } from '../jobs/job-change.js';
import { Visit } from './visit.entity.js';
import { checkRepeat, checkTimes, MAX_REPEATS } from './visit-times.js';

@InputType({
  description:
    'Repeats of a visit at the same time of day, by the clock of the business, also across daylight saving.',
})
export class VisitRepeatInput {
  @Bounded(wholeNumber(1, 366))
  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'Days from one visit to the next: 14 is every two weeks.',
    () => Int,
  )
  everyDays!: number;

  @Bounded(wholeNumber(2, MAX_REPEATS))
  @FieldFor(rolesWith('WRITE_JOBS'), 'Number of visits, with the first one.', () => Int)
  count!: number;
}

@InputRules<ScheduleVisitInput>(
  {
    fields: ['startsAt', 'endsAt'],
    check: ({ startsAt, endsAt }, path) => checkTimes(startsAt, endsAt, `${path}.endsAt`),
  },
  {
    fields: ['startsAt', 'endsAt', 'repeat'],
    check: ({ startsAt, endsAt, repeat }, path) =>
      checkRepeat(startsAt, endsAt, repeat, `${path}.repeat`),
  },
)
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
    'IDs of the staff members assigned to the visit, who can then see the job. By default those of the job; [] is nobody.',
    () => [ID],
    {
      nullable: true,
    },
  )
  assigneeIds?: string[] | null;

  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'By default the visit is not repeated.',
    () => VisitRepeatInput,
    {
      nullable: true,
    },
  )
  repeat?: VisitRepeatInput | null;
}

@ObjectType({ implements: JobChange, description: 'Result of scheduleVisit.' })
export class ScheduleVisitPayload extends JobChange {
  @FieldFor(staffOnly, 'Scheduled visit; with repeats the first.', () => Visit)
  visit!: Visit;

  @FieldFor(staffOnly, 'The scheduled visit and its repeats, earliest first.', () => [Visit])
  visits!: Visit[];
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
