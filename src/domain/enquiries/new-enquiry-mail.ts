import { CompiledQuery } from 'kysely';
import type { Unit } from '../../database/unit-of-work.js';
import { defineEmail } from '../../email/email-kinds.js';
import { queueEmail } from '../../email/outbox.js';
import { may, whoMay } from '../staff/capabilities.js';
import { StaffMember, type StaffRole } from '../staff/staff-member.entity.js';
import type { Enquiry } from './enquiry.entity.js';

/** The mail that tells the office of an enquiry. */
const NEW_ENQUIRY = 'NEW_ENQUIRY';

/** Queues a mail to everyone who runs the business, with the enquiry itself. */
export async function tellStaff(unit: Unit, enquiry: Enquiry): Promise<void> {
  const { businessId } = enquiry;
  // Those who switch the form on: owners, the sole trader and admins.
  const office = await unit.em.find(StaffMember, {
    businessId,
    role: { $in: [...whoMay('SWITCH_PORTAL')] as StaffMember['role'][] },
    removedAt: null,
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

interface Facts {
  role: StaffRole;
  businessName: string;
  staffName: string;
  enquirer: string;
}

// Only who asks is told: what they ask, and how to reach them, stays where one must sign in.
defineEmail(NEW_ENQUIRY, async (db, { data }, { publicUrl }) => {
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [data.enquiryId, data.staffMemberId]),
  );
  const facts = rows[0];
  if (!facts || !may(facts.role, 'WRITE_SALES'))
    return { cancel: 'Its recipient no longer reads enquiries.' };
  return {
    subject: `New enquiry from ${facts.enquirer}`,
    fromName: facts.businessName,
    heading: 'You have a new enquiry',
    paragraphs: [
      `Hello ${facts.staffName},`,
      `${facts.enquirer} has written through your enquiry form. Sign in to read it and to answer.`,
    ],
    button: { label: 'Read the enquiry', url: `${publicUrl}/console#/enquiries` },
    footer: `You get this mail because you run ${facts.businessName}.`,
  };
});

const FACTS = `
  select m.role, b.name as "businessName", m.name as "staffName", e.name as enquirer
  from enquiries e
  join businesses b on b.id = e.business_id
  join staff_members m on m.business_id = e.business_id and m.id = $2 and m.removed_at is null
  where e.id = $1`;
