import { CompiledQuery } from 'kysely';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { conflict } from '../../../visibility/refusals.js';
import { staffOf } from '../../jobs/lock-job.js';
import { lockStaffMember } from '../member-to-change.js';
import { endSessions } from '../sessions/end-sessions.js';
import type { StaffMember } from '../staff-member.entity.js';
import { lockSecondFactor } from './second-factor.entity.js';

const SECOND_FACTOR_RESET = 'SECOND_FACTOR_RESET';

/**
 * Turns off the second factor of somebody who lost their phone and their codes, ends their sessions and mails them.
 * Throws CONFLICT for oneself and for members without a second factor.
 */
export async function resetSecondFactor(unit: Unit, id: string): Promise<StaffMember> {
  const { member } = await lockStaffMember(unit, id);
  const { staffId } = staffOf(unit);
  if (member.id === staffId)
    throw conflict('Turn off your own second factor on your account page.');
  const factor = await lockSecondFactor(unit, member);
  if (!factor?.confirmedAt) throw conflict('This person has no second factor.');
  unit.em.remove(factor);
  await endSessions(unit, member);
  await queueEmail(unit.em, {
    businessId: member.businessId,
    kind: SECOND_FACTOR_RESET,
    recipient: member.email,
    data: { staffMemberId: member.id, resetById: staffId },
    now: unit.now,
  });
  return member;
}

defineEmail(SECOND_FACTOR_RESET, async (db, { data }, { publicUrl }) => {
  const { rows } = await db.executeQuery<{
    name: string;
    owner: string;
    businessName: string;
    businessEmail: string | null;
  }>(CompiledQuery.raw(NAMES_SQL, [data.staffMemberId, data.resetById]));
  const row = rows[0];
  if (!row) return { cancel: 'Its recipient has left the business.' };
  return {
    subject: 'Your second factor was turned off',
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: 'Your second factor was turned off',
    paragraphs: [
      `Hello ${row.name},`,
      `${row.owner} turned off your second factor, and you were signed out everywhere. Sign in with your password and set it up again.`,
      `If you did not ask for this, tell ${row.owner}.`,
    ],
    button: { label: 'Sign in', url: `${publicUrl}/console` },
    footer: `You get this mail because you work at ${row.businessName}.`,
  };
});

const NAMES_SQL = `
  select m.name, o.name as owner, b.name as "businessName", b.email as "businessEmail"
  from staff_members m
  join staff_members o on o.business_id = m.business_id and o.id = $2
  join businesses b on b.id = m.business_id
  where m.id = $1 and m.removed_at is null`;
