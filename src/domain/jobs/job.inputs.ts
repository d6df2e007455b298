import { ID, InputType, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { ListOf } from '../../visibility/bounds.js';
import { declareEnum, FieldFor } from '../../visibility/declare.js';
import { whoMay } from '../staff/capabilities.js';
import { OneLine, OptionalLine, OptionalText } from '../text.js';
import { JobChange } from './job-change.js';
import { JobStatus } from './job-status.js';

@InputType({ description: 'A new job.' })
export class CreateJobInput {
  @OneLine(200)
  @FieldFor(whoMay('WRITE_JOBS'), 'What the job is called; the client reads it.', () => String)
  title!: string;

  @OptionalText(10_000)
  @FieldFor(whoMay('WRITE_JOBS'), 'What is to be done; the client reads it.', () => String, {
    nullable: true,
  })
  description?: string | null;

  @FieldFor(whoMay('WRITE_JOBS'), 'Whom the job is for; can be added later.', () => ID, {
    nullable: true,
  })
  clientId?: string | null;

  @OptionalText(500)
  @FieldFor(whoMay('WRITE_JOBS'), 'Where the work happens.', () => String, {
    nullable: true,
  })
  siteAddress?: string | null;

  @OptionalText(10_000)
  @FieldFor(
    whoMay('WRITE_JOBS'),
    'What the team must know and the client never sees.',
    () => String,
    { nullable: true },
  )
  internalNotes?: string | null;

  @ListOf(100)
  @FieldFor(whoMay('WRITE_JOBS'), 'Staff who work on the job, and so see it.', () => [ID], {
    nullable: true,
  })
  assigneeIds?: string[] | null;
}

@InputType({
  description: 'Changes to a job. What is left out stays as it is.',
})
export class UpdateJobInput {
  @FieldFor(whoMay('WRITE_JOBS'), 'Which job.', () => ID)
  id!: string;

  @OneLine(200)
  @FieldFor(whoMay('WRITE_JOBS'), 'What the job is called; the client reads it.', () => String, {
    nullable: true,
  })
  title?: string | null;

  @OptionalText(10_000)
  @FieldFor(whoMay('WRITE_JOBS'), 'What is to be done; null clears it.', () => String, {
    nullable: true,
  })
  description?: string | null;

  @OptionalText(500)
  @FieldFor(whoMay('WRITE_JOBS'), 'Where the work happens; null clears it.', () => String, {
    nullable: true,
  })
  siteAddress?: string | null;

  @FieldFor(
    whoMay('WRITE_JOBS'),
    'Whom the job is for; null detaches. Changing it revokes the portal links of the job.',
    () => ID,
    { nullable: true },
  )
  clientId?: string | null;

  @OptionalText(10_000)
  @FieldFor(
    whoMay('WRITE_JOBS'),
    'What the team must know and the client never sees; null clears it.',
    () => String,
    { nullable: true },
  )
  internalNotes?: string | null;

  @ListOf(100)
  @FieldFor(
    whoMay('WRITE_JOBS'),
    'Staff who work on the job; replaces those named before.',
    () => [ID],
    { nullable: true },
  )
  assigneeIds?: string[] | null;
}

@InputType({
  description: 'Which jobs to list. Conditions are joined by "and".',
})
export class JobFilter {
  @ListOf(20)
  @FieldFor(internal, 'Only jobs in one of these states.', () => [JobStatus], {
    nullable: true,
    about: 'Job.status',
  })
  statuses?: JobStatus[] | null;

  @FieldFor(internal, 'Only jobs of this client.', () => ID, {
    nullable: true,
    about: 'Job.client',
  })
  clientId?: string | null;

  @OptionalLine(200)
  @FieldFor(internal, 'Only jobs whose title or site address contains this.', () => String, {
    nullable: true,
    about: 'Job.title Job.siteAddress',
  })
  search?: string | null;
}

export const JobOrder = {
  NEWEST_FIRST: 'NEWEST_FIRST',
  OLDEST_FIRST: 'OLDEST_FIRST',
  TITLE: 'TITLE',
} as const;
export type JobOrder = keyof typeof JobOrder;
declareEnum(JobOrder, 'JobOrder', internal, 'In which order jobs are listed.', {
  NEWEST_FIRST: 'Last created first.',
  OLDEST_FIRST: 'First created first.',
  TITLE: 'By title, from A to Z.',
});

@ObjectType({ implements: JobChange, description: 'The new job.' })
export class CreateJobPayload extends JobChange {}

@ObjectType({ implements: JobChange, description: 'The changed job.' })
export class UpdateJobPayload extends JobChange {}

@ObjectType({ implements: JobChange, description: 'The job in its new state.' })
export class SetJobStatusPayload extends JobChange {}
