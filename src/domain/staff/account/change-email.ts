import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { conflict } from '../../../visibility/refusals.js';
import type { Context, StaffContext } from '../../common/context.js';
import { lockEntity } from '../../common/find-referenced.js';
import { endLinks, issueStaffLink, lockLinkOf } from '../passwords/staff-link.entity.js';
import { withPassword, wrongPassword } from '../sessions/confirm-password.js';
import { StaffMember } from '../staff-member.entity.js';
import { EMAIL_CHANGE, EMAIL_CHANGED } from './email-change-mails.js';

/**
 * Mails a link to the new address, which proves it. Whether the address is taken is not disclosed here: only its
 * holder learns it, on opening the link. Throws VALIDATION_FAILED for a wrong password.
 */
export async function requestEmailChange(
  context: StaffContext,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const { change, config, limits, principal } = context;
  await withPassword(context as Context, password, 'password', async (passwordHash) => {
    await limits.mailedLinks.addOfBusiness(email, principal.businessId);
    await change(async (unit) => {
      const member = await lockEntity(unit, StaffMember, principal.staffId);
      if (member.passwordHash !== passwordHash) throw wrongPassword('password');
      const link = await issueStaffLink(unit, config.secret, member, {
        purpose: EMAIL_CHANGE,
        email,
      });
      await queueEmail(unit.em, {
        businessId: member.businessId,
        kind: EMAIL_CHANGE,
        recipient: email,
        data: { linkOfStaffId: link.id },
        jobKey: `${EMAIL_CHANGE}:${member.id}`,
        now: unit.now,
      });
      return {};
    });
  });
}

/**
 * Changes the address that a link was mailed to, ends the member's other links and tells the old address.
 *
 * @throws NOT_FOUND for a dead link; CONFLICT when somebody signs in with the address.
 */
export async function confirmEmailChange(unit: Unit, token: string): Promise<object> {
  const { member, link } = await lockLinkOf(unit, token, EMAIL_CHANGE);
  const oldAddress = member.email;
  member.email = link.email;
  await flushUnlessTaken(unit);
  await endLinks(unit, member);
  // Without the ID under which a resent mail finds the current address: this one belongs to the old one.
  await queueEmail(unit.em, {
    businessId: member.businessId,
    kind: EMAIL_CHANGED,
    recipient: oldAddress,
    data: { memberId: member.id },
    now: unit.now,
  });
  return {};
}

async function flushUnlessTaken({ em }: Unit): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict('Somebody signs in with this address already; choose another.');
  }
}
