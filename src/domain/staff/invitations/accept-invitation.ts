import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { hashOfToken } from '../../../database/tokens.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, Refusal } from '../../../visibility/refusals.js';
import type { Context } from '../../common/context.js';
import { mayGiveRole } from '../owners.js';
import { checkPassword } from '../sessions/password-rule.js';
import { hashPassword } from '../sessions/passwords.js';
import { type SigningIn, startSession } from '../sessions/start-session.js';
import { StaffMember } from '../staff-member.entity.js';
import { Invitation } from './invitation.entity.js';

/**
 * Makes the invited person a staff member, with the password they chose, and starts a session. The mailed token proves
 * the address. Two requests at once make one member.
 *
 * @throws NOT_FOUND for a dead link; CONFLICT when the address signs in already.
 */
export async function acceptInvitation(
  caller: SigningIn & Pick<Context, 'change'>,
  { token, password }: { token: string; password: string },
) {
  checkPassword(password, 'password');
  // Before hashing: a wrong token costs no CPU.
  const { id } = await caller.change(async (unit) => {
    const found = await unit.em.findOne(Invitation, { tokenHash: hashOfToken(token) });
    if (!found?.isOpen(unit.now)) throw deadInvitation();
    return { id: found.id };
  });
  const passwordHash = await hashPassword(id, password);
  return caller.change(async (unit) => {
    const { invitation, inviter } = await lockInvitation(unit, token);
    invitation.acceptedAt = unit.now;
    const member = await memberFrom(unit, invitation);
    if (!mayGiveRole(inviter.role, member.role)) throw deadInvitation();
    member.passwordHash = passwordHash;
    await flushUnlessTaken(unit);
    return startSession(unit, caller, member);
  });
}

async function lockInvitation({ em, now }: Unit, token: string) {
  const invitation = await em.findOne(
    Invitation,
    { tokenHash: hashOfToken(token) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!invitation?.isOpen(now)) throw deadInvitation();
  // Share-locked until commit: somebody who is removed or loses the right takes their invitations with them.
  const inviter = await em.findOne(
    StaffMember,
    { id: invitation.invitedBy.id, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_READ, refresh: true },
  );
  if (!inviter || !mayGiveRole(inviter.role, invitation.role)) throw deadInvitation();
  return { invitation, inviter };
}

/** The member who was added with this address and waits for a password, or a new one. */
async function memberFrom(
  { em }: Unit,
  { businessId, name, email, role }: Invitation,
): Promise<StaffMember> {
  const added = await em.findOne(
    StaffMember,
    { businessId, email, removedAt: null, passwordHash: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return added ?? em.create(StaffMember, { businessId, name, email, role }, { partial: true });
}

async function flushUnlessTaken({ em }: Unit): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict(
      'Your address signs in to a business already; ask to be invited at another address.',
    );
  }
}

function deadInvitation(): Refusal {
  return new Refusal(
    'NOT_FOUND',
    'This invitation was used, was cancelled, has expired or was sent again since; ask for a new one.',
  );
}
