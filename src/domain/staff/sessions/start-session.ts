import { hashOfToken, newStaffToken } from '../../../database/tokens.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Context } from '../../common/context.js';
import { networkOf } from '../../enquiries/public-form/sender.js';
import type { StaffMember } from '../staff-member.entity.js';
import { StaffSession } from './staff-session.entity.js';

/** What is known of a caller who signs in. */
export type SigningIn = Pick<Context, 'config' | 'address' | 'device'>;

/** Starts a session of a staff member; returns it with its token, which is not stored. */
export function startSession(
  { em, now }: Unit,
  { config, address, device }: SigningIn,
  staffMember: StaffMember,
) {
  const token = newStaffToken();
  const { expiresAt } = em.create(
    StaffSession,
    {
      businessId: staffMember.businessId,
      staffMember,
      tokenHash: hashOfToken(token),
      startedAt: now,
      expiresAt: new Date(now.getTime() + config.sessionHours * 3_600_000),
      device,
      lastUsedAt: now,
      lastUsedFrom: networkOf(address),
    },
    { partial: true },
  );
  const { id, name, email, role } = staffMember;
  return { token, expiresAt, staff: { id, name, email, role } };
}
