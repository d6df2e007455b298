import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { staffOnly } from '../../../visibility/audience.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { StaffMember } from '../staff-member.entity.js';

/** Session of a staff member. Only the hash of its token is stored. No other type leads to it: a person reads their own. */
@NeverShared()
@Entity({ tableName: 'staff_sessions' })
@ObjectType({ description: 'One of your own sessions. Its token is returned at sign-in only.' })
export class StaffSession extends BusinessEntity {
  @ManyToOne(() => StaffMember, {
    createForeignKeyConstraint: false,
    fieldName: 'staff_member_id',
  })
  staffMember!: Rel<StaffMember>;

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @FieldFor(staffOnly, 'Time of signing in.', () => GraphQLDateTime)
  startedAt!: Date;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffOnly, 'Time of expiry.', () => GraphQLDateTime)
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffOnly,
    'Browser and system at signing in, in words; null for sessions older than this field.',
    () => String,
    { nullable: true },
  )
  device: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(staffOnly, 'Time of the last use, to five minutes.', () => GraphQLDateTime, {
    nullable: true,
  })
  lastUsedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Network of the last use: an IPv4 address, or an IPv6 /64.', () => String, {
    nullable: true,
  })
  lastUsedFrom: string | null = null;
}
