import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { NeverShared } from '../../../shareable/shareable.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { StaffMember } from '../../staff/staff-member.entity.js';

const MINUTE_MS = 60_000;

/** Lifetime of an unused upload. With ten minutes between cleanups: under an hour. */
const MAX_AGE_MS = 45 * MINUTE_MS;

/**
 * Upload that is not used by a photo yet. The row is committed before the bytes are stored and removed when a photo
 * uses them, so stored bytes always have a row, even after a crash.
 */
@NeverShared()
@Entity({ tableName: 'photo_uploads' })
export class PhotoUpload extends BusinessEntity {
  /** Null for a picture that a visitor sends with an enquiry. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  staffMember: Rel<StaffMember> | null = null;

  @Property({ type: 'integer' })
  width!: number;

  @Property({ type: 'integer' })
  height!: number;

  @Property({ type: 'text' })
  originalType!: string;

  /** When the picture was taken; null if the file does not say so. */
  @Property({ type: 'timestamptz', nullable: true })
  takenAt: Date | null = null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  /** Uploads created before this time have expired. */
  static expiredBefore(now: Date): Date {
    return new Date(now.getTime() - MAX_AGE_MS);
  }
}
