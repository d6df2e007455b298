import type { Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import type { Business } from '../../src/domain/business/business.entity.js';
import { Enquiry } from '../../src/domain/enquiries/enquiry.entity.js';
import { EnquiryReply } from '../../src/domain/enquiries/enquiry-reply.entity.js';
import type { StaffMember, StaffRole } from '../../src/domain/staff/staff-member.entity.js';

const DAY = 24 * 60 * 60 * 1000;

/** Two enquiries from the public form: one new, one answered. */
export async function seedEnquiries(
  { em, now }: Unit,
  { id: businessId, slug }: Business,
  staff: Map<StaffRole, StaffMember>,
): Promise<void> {
  em.create(
    Enquiry,
    {
      businessId,
      name: 'Vera Visitor',
      email: `vera@${slug}-visitor.test`,
      phone: '+61423456789',
      message: 'Could you look at our laundry? Something there hums at night.',
      siteAddress: '7 Banksia Road, Marrickville NSW 2204',
      receivedAt: now,
      sender: 'demo',
    },
    { partial: true },
  );
  const answered = em.create(
    Enquiry,
    {
      businessId,
      name: 'Petra Passerby',
      email: `petra@${slug}-visitor.test`,
      message: 'Do you also work on Saturdays?',
      receivedAt: new Date(now.getTime() - 3 * DAY),
      sender: 'demo',
    },
    { partial: true },
  );
  const author = staff.get('ADMIN') ?? staff.get('SOLE_TRADER');
  if (author && answered.email) {
    answered.markReplied();
    em.create(EnquiryReply, {
      businessId,
      enquiry: answered,
      body: 'We do, every other Saturday until noon. When would suit you?',
      sentTo: answered.email,
      createdAt: new Date(now.getTime() - 2 * DAY),
      author,
    });
  }
  await em.flush();
}
