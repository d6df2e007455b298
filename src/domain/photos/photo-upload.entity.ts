import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { NeverShared } from '../../sharing/shareable.js';
import { BusinessRecord } from '../business-record.js';
import { StaffMember } from '../staff/staff-member.entity.js';

const MINUTE = 60_000;

/** How long an upload waits for its photo. With the ten minutes between cleanings: under an hour. */
const PATIENCE = 45 * MINUTE;

/**
 * Bytes that wait for a photo. The row is there before the first byte is kept and goes when a photo
 * takes them, so whatever is kept has a row that answers for it, wherever a server dies.
 */
@NeverShared()
@Entity({ tableName: 'photo_uploads' })
export class PhotoUpload extends BusinessRecord {
  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  staffMember!: Rel<StaffMember>;

  @Property({ type: 'integer' })
  width!: number;

  @Property({ type: 'integer' })
  height!: number;

  @Property({ type: 'text' })
  originalType!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  /** Uploads made before this moment are given up. */
  static givenUpBefore(now: Date): Date {
    return new Date(now.getTime() - PATIENCE);
  }
}
