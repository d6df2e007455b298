import type { Unit } from '../../database/unit-of-work.js';
import { queueEmail } from '../../email/outbox.js';
import { invalid } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { staffOf } from '../jobs/job-to-change.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { ENQUIRY_REPLY } from './answer-mail.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryReply } from './enquiry-reply.entity.js';

/** Writes back to whoever asked; the reply and its mail are kept together. */
export async function replyToEnquiry(unit: Unit, id: string, body: string): Promise<Enquiry> {
  const enquiry = await recordToChange(unit, Enquiry, id);
  const { businessId, email } = enquiry;
  if (!email)
    throw invalid('id', 'Whoever sent this enquiry left no email address; call them instead.');
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
