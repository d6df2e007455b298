import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { Int, ObjectType } from 'type-graphql';
import { ShareableJob } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Client } from '../clients/client.entity.js';
import { JOB_STATUS_WORDS, JobStatus } from './job-status.js';
import { progressOf } from './progress.js';

/** What the business does for a client, from the first visit to the last invoice. */
@ShareableJob({
  details: ['title', 'description', 'siteAddress'],
  label: 'Status',
  words: (status) => JOB_STATUS_WORDS[status as JobStatus],
  canKeepInSync: true,
  derive: ({ todos }) => ({
    progress: progressOf(todos as { done: boolean }[]),
  }),
})
@Entity({ tableName: 'jobs' })
@ObjectType({ description: 'One job.' })
export class Job extends BusinessRecord {
  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Counts up from 1 in each business.', () => Int)
  number!: number;

  @Property({ type: 'text' })
  @FieldFor(
    staffAndClient,
    'What the job is called, in words its client knows. Part of every share.',
    () => String,
  )
  title!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'What is to be done. Part of every share.', () => String, {
    nullable: true,
  })
  description: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'Where the work happens. Part of every share.', () => String, {
    nullable: true,
  })
  siteAddress: string | null = null;

  @Property({ type: 'text', default: 'NEW' })
  @FieldFor(staffAndClient, 'How far the job is; null while that is not shared.', () => JobStatus, {
    nullable: true,
  })
  status: JobStatus = JobStatus.NEW;

  @ManyToOne(() => Client, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  client: Rel<Client> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(internal, 'What the team must know and the client never sees.', () => String, {
    nullable: true,
  })
  internalNotes: string | null = null;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    internal,
    'Whether its client can write messages, and reads those of the business.',
    () => Boolean,
    { nullable: true },
  )
  clientMessagesEnabled: boolean = false;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    internal,
    'Whether changes of the schedule, status and to-dos that its client already has reach it without a review.',
    () => Boolean,
    { nullable: true },
  )
  keepInSync: boolean = false;

  /** A job with its first visit on the calendar is no longer new. */
  becomeScheduled(): void {
    if (this.status === JobStatus.NEW) this.status = JobStatus.SCHEDULED;
  }
}
