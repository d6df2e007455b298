import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { BusinessRecord } from '../domain/business-record.js';
import { Job } from '../domain/jobs/job.entity.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { FieldFor } from '../visibility/declare.js';
import { type Digests, differ } from './digests.js';
import { NeverShared } from './shareable.js';

/**
 * What a job offers its client compared with what was last reviewed. There is one a job, for good: it
 * waits while the two differ, so two people who change the job at once gather into the same prompt.
 */
@NeverShared()
@Entity({ tableName: 'share_prompts' })
@ObjectType({
  description:
    'You changed things the client could see: review and send. Only for those who may share.',
})
export class SharePrompt extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false, unique: true })
  job!: Rel<Job>;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(
    whoMay('SHARE'),
    'Rises with every change of what could be shown; a review names the one it saw.',
    () => Int,
  )
  revision: number = 0;

  /** Digest of each item as offered now, and as it was when somebody last shared or dismissed. */
  @Property({ type: 'json' })
  offered: Digests = {};

  @Property({ type: 'json' })
  reviewed: Digests = {};

  @Property({ type: 'uuid', nullable: true })
  reviewedForClientId: string | null = null;

  @Property({ type: 'boolean', default: false })
  waiting: boolean = false;

  /** Waits, and only the portal switch could still keep it from appearing. */
  @Property({ type: 'boolean', default: false })
  ready: boolean = false;

  @Property({ type: 'timestamptz' })
  changedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(whoMay('SHARE'), 'When it began to wait.', () => GraphQLDateTime)
  raisedAt: Date | null = null;

  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  raisedBy: Rel<StaffMember> | null = null;

  /** Another client has reviewed nothing and been shown nothing. */
  startAfreshFor(clientId: string | null): void {
    if (this.reviewedForClientId === clientId) return;
    this.reviewedForClientId = clientId;
    this.reviewed = {};
  }

  offer(offered: Digests, now: Date): void {
    if (differ(this.offered, offered)) {
      this.revision += 1;
      this.changedAt = now;
    }
    this.offered = offered;
  }

  /** Answers everything up to this revision, whatever was ticked. */
  review(offered: Digests): void {
    this.reviewed = offered;
    this.rest();
  }

  /** An item that published itself needs no review. */
  reviewItem(key: string): void {
    const { [key]: _, ...others } = this.reviewed;
    const digest = this.offered[key];
    this.reviewed = digest === undefined ? others : { ...others, [key]: digest };
  }

  raise(raisedBy: Rel<StaffMember> | null, now: Date): void {
    this.raisedAt ??= now;
    this.raisedBy ??= raisedBy;
  }

  rest(): void {
    this.waiting = false;
    this.ready = false;
    this.raisedAt = null;
    this.raisedBy = null;
  }
}
