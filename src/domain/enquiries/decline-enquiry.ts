import type { Unit } from '../../database/unit-of-work.js';
import { queueEmail } from '../../email/outbox.js';
import { conflict } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { ENQUIRY_DECLINED } from './answer-mail.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryStatus } from './enquiry-status.js';

/**
 * Closes an enquiry that the business will not take on. A reason is mailed to whoever asked, if they left an
 * address; without a reason nothing is mailed. Declining again changes nothing and mails nothing.
 */
export async function declineEnquiry(
  unit: Unit,
  id: string,
  givenReason: string | null,
): Promise<Enquiry> {
  const reason = givenReason?.trim() || null;
  const enquiry = await recordToChange(unit, Enquiry, id);
  if (enquiry.status === EnquiryStatus.DECLINED) return enquiry;
  if (enquiry.isSettled())
    throw conflict('This enquiry was accepted already; its sender is a client now.');
  enquiry.decline(reason);
  if (reason && enquiry.email) {
    await queueEmail(unit.em, {
      businessId: enquiry.businessId,
      kind: ENQUIRY_DECLINED,
      recipient: enquiry.email,
      data: { enquiryId: enquiry.id },
      now: unit.now,
    });
  }
  return enquiry;
}
