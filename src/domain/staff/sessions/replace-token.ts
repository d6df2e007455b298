import { LockMode } from '@mikro-orm/postgresql';
import { hashOfToken, newStaffToken } from '../../../database/tokens.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Refusal } from '../../../visibility/refusals.js';
import { signedInPerson } from './confirm-password.js';
import { StaffSession } from './staff-session.entity.js';

/**
 * Gives the caller's session a new token; the one that the caller sent ends with the commit. Throws UNAUTHENTICATED
 * when that one was replaced meanwhile.
 */
export async function replaceToken(unit: Unit, token: string) {
  const { sessionId } = signedInPerson({ principal: unit.actor });
  const session = await unit.em.findOneOrFail(StaffSession, sessionId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
    populate: ['staffMember'],
  });
  if (session.tokenHash !== hashOfToken(token)) throw new Refusal('UNAUTHENTICATED');
  const next = newStaffToken();
  session.tokenHash = hashOfToken(next);
  const { id, name, email, role } = session.staffMember;
  return { token: next, expiresAt: session.expiresAt, staff: { id, name, email, role } };
}
