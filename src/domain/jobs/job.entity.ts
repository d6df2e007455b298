import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { Int, ObjectType } from 'type-graphql';
import { ShareableJob } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { JobStatus } from './job-status.js';
import { progressOf } from './progress.js';

/** Work for a client, from the first visit to the last invoice. */
@ShareableJob({
  details: ['title', 'description', 'siteAddress'],
  label: (language) => mailTexts(language).items.status,
  statusLabel: (status, language) => mailTexts(language).items.jobStatus[status as JobStatus],
  canKeepInSync: true,
  derive: ({ todos }) => ({
    progress: progressOf(todos as { done: boolean }[]),
  }),
})
@Entity({ tableName: 'jobs' })
@ReadByIdFor(staffAndClient)
@ObjectType({ implements: Node, description: 'Job: work for a client.' })
export class Job extends BusinessEntity {
  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Job number; counts up from 1 in each business.', () => Int)
  number!: number;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Title, worded for the client. Part of every share.', () => String)
  title!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'Description of the work. Part of every share.', () => String, {
    nullable: true,
  })
  description: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'Address of the site. Part of every share.', () => String, {
    nullable: true,
  })
  siteAddress: string | null = null;

  @Property({ type: 'text', default: 'NEW' })
  @FieldFor(staffAndClient, 'Job status; for a client null until it is shared.', () => JobStatus, {
    nullable: true,
  })
  status: JobStatus = JobStatus.NEW;

  @ManyToOne(() => Client, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  client: Rel<Client> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Internal notes; never visible to the client.', () => String, {
    nullable: true,
  })
  internalNotes: string | null = null;

  @Property({ type: 'boolean', default: false })
  @FieldFor(staffOnly, 'Whether messages between client and business are on.', () => Boolean, {
    nullable: true,
  })
  clientMessagesEnabled: boolean = false;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    rolesWith('SHARE'),
    'Whether changes of the shared schedule, status and to-dos are published without a review.',
    () => Boolean,
    { nullable: true },
  )
  keepInSync: boolean = false;

  /** Sets the status of a new job to SCHEDULED. */
  becomeScheduled(): void {
    if (this.status === JobStatus.NEW) this.status = JobStatus.SCHEDULED;
  }
}
