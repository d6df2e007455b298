import { CompiledQuery } from 'kysely';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import { may, rolesWith } from '../../visibility/capabilities.js';
import { SIGNS_IN, StaffMember, type StaffRole } from '../staff/staff-member.entity.js';
import type { Enquiry } from './enquiry.entity.js';

/** Email kind: notice of a new enquiry to staff. */
const NEW_ENQUIRY = 'NEW_ENQUIRY';

/** Queues the notice to all owners, sole traders and admins, in the transaction that stores the enquiry. */
export async function notifyStaffOfEnquiry(unit: Unit, enquiry: Enquiry): Promise<void> {
  const { businessId } = enquiry;
  const office = await unit.em.find(StaffMember, {
    businessId,
    role: { $in: [...rolesWith('SWITCH_PORTAL')] as StaffMember['role'][] },
    ...SIGNS_IN,
  });
  for (const { id, email } of office) {
    await queueEmail(unit.em, {
      businessId,
      kind: NEW_ENQUIRY,
      recipient: email,
      data: { enquiryId: enquiry.id, staffMemberId: id },
      now: unit.now,
    });
  }
}

interface NewEnquiryRow {
  role: StaffRole;
  businessName: string;
  businessEmail: string | null;
  staffName: string;
  enquirer: string;
}

// The mail names only the sender; the enquiry and the contact details require signing in.
defineEmail(NEW_ENQUIRY, async (db, { data }, { publicUrl }) => {
  const { rows } = await db.executeQuery<NewEnquiryRow>(
    CompiledQuery.raw(NEW_ENQUIRY_SQL, [data.enquiryId, data.staffMemberId]),
  );
  const row = rows[0];
  if (!row || !may(row.role, 'ANSWER_ENQUIRIES'))
    return { cancel: 'Its recipient no longer reads enquiries.' };
  return {
    subject: `New enquiry from ${row.enquirer}`,
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: 'You have a new enquiry',
    paragraphs: [
      `Hello ${row.staffName},`,
      `${row.enquirer} has written through your enquiry form. Sign in to read it and to answer.`,
    ],
    button: { label: 'Read the enquiry', url: `${publicUrl}/console#/enquiries` },
    footer: `You get this mail because you run ${row.businessName}.`,
  };
});

const NEW_ENQUIRY_SQL = `
  select m.role, b.name as "businessName", b.email as "businessEmail", m.name as "staffName", e.name as enquirer
  from enquiries e
  join businesses b on b.id = e.business_id
  join staff_members m on m.business_id = e.business_id and m.id = $2 and m.removed_at is null
  where e.id = $1`;
