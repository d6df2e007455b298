import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { LockMode, type Rel } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { hashOfToken, mailedToken } from '../../../database/tokens.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { NeverShared } from '../../../shareable/shareable.js';
import { Refusal } from '../../../visibility/refusals.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { StaffMember } from '../staff-member.entity.js';

const HOUR_MS = 3_600_000;

export type StaffLinkPurpose = 'PASSWORD_RESET' | 'EMAIL_CHANGE';

/**
 * Link mailed to a staff member, for one use within an hour. Only the hash of its token is stored. A used link is
 * deleted; a member has at most one of each purpose, so a newer link replaces an older one.
 */
@NeverShared()
@Entity({ tableName: 'staff_links' })
export class StaffLink extends BusinessEntity {
  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false, fieldName: 'staff_member_id' })
  staffMember!: Rel<StaffMember>;

  @Property({ type: 'text' })
  purpose!: StaffLinkPurpose;

  /** Address that it is mailed to; for a change of address, the new one. */
  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}

/** Creates the member's link of this purpose, in place of an earlier one. The member must be locked. */
export async function issueStaffLink(
  unit: Unit,
  secret: string,
  staffMember: StaffMember,
  { purpose, email }: Pick<StaffLink, 'purpose' | 'email'>,
): Promise<StaffLink> {
  const { em, now } = unit;
  await endLinks(unit, staffMember, purpose);
  const id = v7();
  return em.create(
    StaffLink,
    {
      id,
      businessId: staffMember.businessId,
      staffMember,
      purpose,
      email,
      tokenHash: hashOfToken(mailedToken(secret, purpose, id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + HOUR_MS),
    },
    { partial: true },
  );
}

/** Deletes the links of a member, of one purpose or of all. */
export async function endLinks(
  { em }: Unit,
  { id, businessId }: StaffMember,
  purpose?: StaffLinkPurpose,
): Promise<void> {
  const links = await em.find(StaffLink, {
    businessId,
    staffMember: id,
    ...(purpose && { purpose }),
  });
  for (const link of links) em.remove(link);
  await em.flush();
}

/**
 * The member that a token was mailed to, locked until commit, and the link. Throws NOT_FOUND for a token that is
 * unknown, used, replaced or expired, or whose member was removed.
 */
export async function lockLinkOf(unit: Unit, token: string, purpose: StaffLinkPurpose) {
  const { em, now } = unit;
  const where = { tokenHash: hashOfToken(token), purpose, expiresAt: { $gt: now } };
  const found = await em.findOne(StaffLink, where);
  if (!found) throw deadLink();
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const member = await em.findOne(StaffMember, { id: found.staffMember.id, removedAt: null }, lock);
  // Read again under the lock of the member, which every use of a link takes.
  const link = member && (await em.findOne(StaffLink, where, lock));
  if (!link) throw deadLink();
  return { member, link };
}

function deadLink(): Refusal {
  return new Refusal(
    'NOT_FOUND',
    'This link has been used, has expired or was replaced by a newer one; ask for a new one.',
  );
}
