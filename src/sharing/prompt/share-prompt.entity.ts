import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { BusinessEntity } from '../../domain/common/business-entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { NeverShared } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import type { Digests } from '../state/digests.js';

/**
 * Share prompt: what can be shared of a job, compared with the last review. One permanent row for each job, which
 * waits while the two differ; concurrent changes share one prompt. Used for reads only; a change works on the row
 * (`prompt.ts`).
 */
@NeverShared()
@Entity({ tableName: 'share_prompts' })
@ObjectType({
  description:
    'Share prompt: changes of a job that its client may see, to be reviewed and sent. Visible to staff who may share.',
})
export class SharePrompt extends BusinessEntity {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false, unique: true })
  job!: Rel<Job>;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(
    rolesWith('SHARE'),
    'Revision; increases with every change of what can be shared. Pass it back with the review.',
    () => Int,
  )
  revision: number = 0;

  /** Digests of the items that can be shared now. */
  @Property({ type: 'json' })
  offered: Digests = {};

  /** Digests at the last share or dismissal. */
  @Property({ type: 'json' })
  reviewed: Digests = {};

  @Property({ type: 'uuid', nullable: true })
  reviewedForClientId: string | null = null;

  @Property({ type: 'boolean', default: false })
  waiting: boolean = false;

  /** Waiting, and visible as soon as the portal is on. */
  @Property({ type: 'boolean', default: false })
  ready: boolean = false;

  @Property({ type: 'timestamptz' })
  changedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(rolesWith('SHARE'), 'Time at which it became pending.', () => GraphQLDateTime)
  raisedAt: Date | null = null;

  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  raisedBy: Rel<StaffMember> | null = null;

  /** See `prompt.ts`. */
  @Property({ type: 'timestamptz', nullable: true })
  scheduleOutdatedSince: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  scheduleOutdatedUntil: Date | null = null;
}
