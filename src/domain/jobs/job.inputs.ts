import { ID, InputType, ObjectType } from 'type-graphql';
import { ListOf } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { OneLine, OptionalText } from '../common/text.js';
import { JobChange } from './job-change.js';

@InputType({ description: 'Input of createJob.' })
export class CreateJobInput {
  @OneLine(200)
  @FieldFor(rolesWith('WRITE_JOBS'), 'Title; visible to the client.', () => String)
  title!: string;

  @OptionalText(10_000)
  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'Description of the work; visible to the client.',
    () => String,
    {
      nullable: true,
    },
  )
  description?: string | null;

  @FieldFor(rolesWith('WRITE_JOBS'), 'Client ID; can be set later.', () => ID, {
    nullable: true,
  })
  clientId?: string | null;

  @OptionalText(500)
  @FieldFor(rolesWith('WRITE_JOBS'), 'Address of the site.', () => String, {
    nullable: true,
  })
  siteAddress?: string | null;

  @OptionalText(10_000)
  @FieldFor(rolesWith('WRITE_JOBS'), 'Internal notes; never visible to the client.', () => String, {
    nullable: true,
  })
  internalNotes?: string | null;

  @ListOf(100)
  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'IDs of the staff members assigned to the job; they can then see it.',
    () => [ID],
    {
      nullable: true,
    },
  )
  assigneeIds?: string[] | null;
}

@InputType({
  description: 'Changes to a job; omitted fields are unchanged.',
})
export class UpdateJobInput {
  @FieldFor(rolesWith('WRITE_JOBS'), 'Job ID.', () => ID)
  id!: string;

  @IfUnchangedSince(rolesWith('WRITE_JOBS'))
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(rolesWith('WRITE_JOBS'), 'Title; visible to the client.', () => String, {
    nullable: true,
  })
  title?: string | null;

  @OptionalText(10_000)
  @FieldFor(rolesWith('WRITE_JOBS'), 'Description of the work; null clears it.', () => String, {
    nullable: true,
  })
  description?: string | null;

  @OptionalText(500)
  @FieldFor(rolesWith('WRITE_JOBS'), 'Address of the site; null clears it.', () => String, {
    nullable: true,
  })
  siteAddress?: string | null;

  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'Client ID; null removes the client. A change revokes the portal links of the job.',
    () => ID,
    { nullable: true },
  )
  clientId?: string | null;

  @OptionalText(10_000)
  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'Internal notes, never visible to the client; null clears them.',
    () => String,
    { nullable: true },
  )
  internalNotes?: string | null;

  @ListOf(100)
  @FieldFor(
    rolesWith('WRITE_JOBS'),
    'IDs of the staff members assigned to the job; replaces the list.',
    () => [ID],
    { nullable: true },
  )
  assigneeIds?: string[] | null;
}

@ObjectType({ implements: JobChange, description: 'Result of createJob.' })
export class CreateJobPayload extends JobChange {}

@ObjectType({ implements: JobChange, description: 'Result of updateJob.' })
export class UpdateJobPayload extends JobChange {}

@ObjectType({ implements: JobChange, description: 'Result of setJobStatus.' })
export class SetJobStatusPayload extends JobChange {}
