import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { Float, Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Job } from '../jobs/job.entity.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';

/** What was used on a job and what it cost the business. Never reaches a client. */
@NeverShared()
@Entity({ tableName: 'materials' })
@ObjectType({
  description: 'What was used on a job and what it cost. Staff only.',
})
export class Material extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'text' })
  @FieldFor(internal, 'What it is.', () => String)
  name!: string;

  @Property({ type: 'double' })
  @FieldFor(internal, 'How many, in its own unit.', () => Float)
  quantity!: number;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(whoMay('SEE_COSTS'), 'What one of it cost the business, in cents.', () => Int, {
    nullable: true,
  })
  unitCostCents: number = 0;

  /** Who may change and remove it; of what was added before that was recorded, nobody knows. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  addedBy: Rel<StaffMember> | null = null;
}
