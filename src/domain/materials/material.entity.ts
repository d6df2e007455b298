import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { Float, Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { StaffMember } from '../staff/staff-member.entity.js';

/** Material used on a job, with its cost to the business. Never visible to clients. */
@NeverShared()
@Entity({ tableName: 'materials' })
@ReadByIdFor(staffOnly)
@ObjectType({ implements: Node, description: 'Material used on a job. Staff only.' })
export class Material extends BusinessEntity {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'text' })
  @FieldFor(staffOnly, 'Name of the material.', () => String)
  name!: string;

  @Property({ type: 'double' })
  @FieldFor(staffOnly, 'Quantity, in its own unit.', () => Float)
  quantity!: number;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(rolesWith('SEE_COSTS'), 'Cost of one unit to the business, in cents.', () => Int, {
    nullable: true,
  })
  unitCostCents: number = 0;

  /** Staff member who added it, and may change it; null for entries older than this column. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  addedBy: Rel<StaffMember> | null = null;
}
