import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import { conflict } from '../../visibility/refusals.js';
import { lockEntity } from '../common/find-referenced.js';
import { ENQUIRY_DECLINED } from './answer-mail.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryStatus } from './enquiry-status.js';
import { removePictures } from './photos/remove-pictures.js';

/**
 * Declines an enquiry, removes its photos and emails the reason, if there is one, to the sender, if they left an address. Declining
 * again has no effect. Throws CONFLICT when the enquiry was accepted.
 */
export async function declineEnquiry(
  unit: Unit,
  id: string,
  givenReason: string | null,
): Promise<Enquiry> {
  const reason = givenReason?.trim() || null;
  const enquiry = await lockEntity(unit, Enquiry, id);
  if (enquiry.status === EnquiryStatus.DECLINED) return enquiry;
  if (enquiry.isSettled())
    throw conflict('This enquiry was accepted already; its sender is a client now.');
  enquiry.decline(reason);
  await removePictures(unit, [enquiry.id]);
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
