import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { NeverShared } from '../../shareable/shareable.js';
import { BusinessEntity } from '../common/business-entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { Job } from './job.entity.js';

/** Assignment of a staff member to a job or to one of its visits; either makes the job visible to them. */
@NeverShared()
@Entity({ tableName: 'assignments' })
export class Assignment extends BusinessEntity {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @ManyToOne(() => Visit, { nullable: true, createForeignKeyConstraint: false })
  visit: Rel<Visit> | null = null;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  staffMember!: Rel<StaffMember>;
}
