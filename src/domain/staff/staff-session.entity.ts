import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { NeverShared } from '../../sharing/shareable.js';
import { BusinessRecord } from '../business-record.js';
import { StaffMember } from './staff-member.entity.js';

/** A sign-in of a staff member. The token itself is known to its holder only. */
@NeverShared()
@Entity({ tableName: 'staff_sessions' })
export class StaffSession extends BusinessRecord {
  @ManyToOne(() => StaffMember, {
    createForeignKeyConstraint: false,
    fieldName: 'staff_member_id',
  })
  staffMember!: Rel<StaffMember>;

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;
}
