import { CompiledQuery } from 'kysely';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import type { StaffMember } from '../staff-member.entity.js';

/** Email kind: notice to a staff member that their password was changed or reset. */
const PASSWORD_CHANGED = 'PASSWORD_CHANGED';

interface Row {
  staffName: string;
  businessName: string;
  businessEmail: string | null;
}

/** Queues the notice in the transaction of the change, to the address that the member has then. */
export async function notifyOfNewPassword(
  { em, now }: Unit,
  { id, businessId, email }: StaffMember,
): Promise<void> {
  const data = { staffMemberId: id };
  await queueEmail(em, { businessId, kind: PASSWORD_CHANGED, recipient: email, data, now });
}

defineEmail(PASSWORD_CHANGED, async (db, { data }, { publicUrl }) => {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(MEMBER_SQL, [data.staffMemberId]));
  const row = rows[0];
  if (!row) return { cancel: 'Its recipient has left the business.' };
  return {
    subject: 'Your password was changed',
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: 'Your password was changed',
    paragraphs: [
      `Hello ${row.staffName},`,
      `Your password for ${row.businessName} was changed, and your other sessions were ended.`,
      `If this was not you, choose a new password at once and tell the owner of ${row.businessName}.`,
    ],
    button: { label: 'Choose a new password', url: `${publicUrl}/forgot` },
    footer: `You get this mail because you work at ${row.businessName}.`,
  };
});

const MEMBER_SQL = `
  select m.name as "staffName", b.name as "businessName", b.email as "businessEmail"
  from staff_members m join businesses b on b.id = m.business_id
  where m.id = $1 and m.removed_at is null`;
