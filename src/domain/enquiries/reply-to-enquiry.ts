import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import { invalid } from '../../visibility/refusals.js';
import { lockEntity } from '../common/find-referenced.js';
import { staffOf } from '../jobs/lock-job.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { ENQUIRY_REPLY } from './answer-mail.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryReply } from './enquiry-reply.entity.js';

/** Stores a reply and queues its email. Throws VALIDATION_FAILED when the sender left no email address. */
export async function replyToEnquiry(unit: Unit, id: string, body: string): Promise<Enquiry> {
  const enquiry = await lockEntity(unit, Enquiry, id);
  const { businessId, email } = enquiry;
  if (!email)
    throw invalid('id', 'The sender of this enquiry left no email address; call them instead.');
  const reply = unit.em.create(EnquiryReply, {
    businessId,
    enquiry,
    body: body.trim(),
    sentTo: email,
    createdAt: unit.now,
    author: unit.em.getReference(StaffMember, staffOf(unit).staffId),
  });
  enquiry.markReplied();
  await queueEmail(unit.em, {
    businessId,
    kind: ENQUIRY_REPLY,
    recipient: email,
    data: { replyId: reply.id },
    now: unit.now,
  });
  return enquiry;
}
