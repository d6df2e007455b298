import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { NeverShared } from '../../sharing/shareable.js';
import { BusinessRecord } from '../business-record.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { Job } from './job.entity.js';

/** Somebody works on a job, or on one visit of it; either way they see the job. */
@NeverShared()
@Entity({ tableName: 'assignments' })
export class Assignment extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @ManyToOne(() => Visit, { nullable: true, createForeignKeyConstraint: false })
  visit: Rel<Visit> | null = null;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  staffMember!: Rel<StaffMember>;
}
