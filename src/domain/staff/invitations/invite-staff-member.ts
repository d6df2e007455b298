import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { invalid, notFound } from '../../../visibility/refusals.js';
import { lockEntity } from '../../common/find-referenced.js';
import { staffOf } from '../../jobs/lock-job.js';
import { refuseOwnersTo } from '../owners.js';
import { StaffMember } from '../staff-member.entity.js';
import { INVITATION, Invitation } from './invitation.entity.js';
import type { InviteStaffMemberInput } from './invitation.inputs.js';

/**
 * Invites somebody by mail, or sends their invitation again with a new link and these details; the older link dies.
 * A colleague who was added without an invitation accepted gets these details too.
 * Whether the address signs in at another business is not disclosed here: only its holder learns it, on accepting.
 *
 * @throws FORBIDDEN for a role that the inviter may not give; VALIDATION_FAILED for the address of a colleague.
 */
export async function inviteStaffMember(
  unit: Unit,
  secret: string,
  { email, name, role }: InviteStaffMemberInput,
): Promise<Invitation> {
  const { em, now } = unit;
  const { businessId, staffId } = staffOf(unit);
  refuseOwnersTo(unit, role);
  await lockAddress(unit, email);
  const colleague = await pendingMember(unit, email);
  if (colleague) refuseOwnersTo(unit, colleague.role);
  if (colleague) Object.assign(colleague, { name, role });
  const invitation = (await openInvitation(unit, email)) ?? new Invitation();
  if (invitation.role) refuseOwnersTo(unit, invitation.role);
  Object.assign(invitation, {
    businessId,
    email,
    name,
    role,
    invitedBy: em.getReference(StaffMember, staffId),
  });
  invitation.renew(secret, now);
  em.persist(invitation);
  await em.flush();
  await queueEmail(em, {
    businessId,
    kind: INVITATION,
    recipient: email,
    data: { invitationId: invitation.id, tokenId: invitation.tokenId },
    jobKey: `${INVITATION}:${invitation.id}`,
    now,
  });
  return invitation;
}

/** Cancels the open invitation to the address of a member. */
export async function cancelInvitationsOf(unit: Unit, { email }: StaffMember): Promise<void> {
  const invitation = await openInvitation(unit, email);
  if (invitation) invitation.cancelledAt = unit.now;
}

/** Cancels an invitation; its link dies. Throws NOT_FOUND when it was accepted or cancelled already. */
export async function cancelInvitation(unit: Unit, id: string): Promise<Invitation> {
  const invitation = await lockEntity(unit, Invitation, id);
  if (invitation.acceptedAt || invitation.cancelledAt) throw notFound();
  refuseOwnersTo(unit, invitation.role);
  invitation.cancelledAt = unit.now;
  return invitation;
}

/** The member who was added with this address and has not accepted yet. Throws VALIDATION_FAILED for any other. */
async function pendingMember(unit: Unit, email: string): Promise<StaffMember | null> {
  const { businessId } = staffOf(unit);
  const member = await unit.em.findOne(
    StaffMember,
    { businessId, email, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (member?.passwordHash)
    throw invalid('input.email', 'Somebody with this address works here already.');
  return member;
}

/** Serializes invitations of one address to one business. */
async function lockAddress(unit: Unit, email: string): Promise<void> {
  await unit.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `invitation:${staffOf(unit).businessId}:${email}`,
  ]);
}

function openInvitation(unit: Unit, email: string): Promise<Invitation | null> {
  const { businessId } = staffOf(unit);
  return unit.em.findOne(
    Invitation,
    { businessId, email, acceptedAt: null, cancelledAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}
