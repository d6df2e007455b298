import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import { hashOfToken, mailedToken } from '../../../database/tokens.js';
import { NeverShared } from '../../../shareable/shareable.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { StaffMember, StaffRole } from '../staff-member.entity.js';

const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;
const managers = rolesWith('MANAGE_STAFF');

/** Purpose of an invitation's token, and the kind of its mail. */
export const INVITATION = 'INVITATION';

/** Invitation to join the staff. Only the hash of the newest link's token is stored. */
@NeverShared()
@Entity({ tableName: 'invitations' })
@ObjectType({ description: 'Invitation to join the staff that was not accepted yet.' })
export class Invitation extends BusinessEntity {
  @Property({ type: 'text' })
  @FieldFor(managers, 'Full name.', () => String)
  name!: string;

  @Property({ type: 'text' })
  @FieldFor(managers, 'Email address that it was sent to.', () => String)
  email!: string;

  @Property({ type: 'text' })
  @FieldFor(managers, 'Role that it gives.', () => StaffRole)
  role!: StaffRole;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false, fieldName: 'invited_by_id' })
  invitedBy!: Rel<StaffMember>;

  /** The token is derived from it; each sending has a new one, so older links die. */
  @Property({ type: 'uuid' })
  tokenId!: string;

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(managers, 'Time of the last sending.', () => GraphQLDateTime)
  sentAt!: Date;

  @Property({ type: 'timestamptz' })
  @FieldFor(managers, 'Time of expiry; after it, send the invitation again.', () => GraphQLDateTime)
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  cancelledAt: Date | null = null;

  /** Whether its link works. */
  isOpen(now: Date): boolean {
    return !this.acceptedAt && !this.cancelledAt && this.expiresAt > now;
  }

  /** Makes a new token, in place of the older one, valid for seven days. */
  renew(secret: string, now: Date): void {
    this.tokenId = v7();
    this.tokenHash = hashOfToken(mailedToken(secret, INVITATION, this.tokenId));
    this.sentAt = now;
    this.expiresAt = new Date(now.getTime() + SEVEN_DAYS_MS);
  }
}
