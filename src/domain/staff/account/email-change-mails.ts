import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';

/** Email kind and purpose of the link: proof of a new address. */
export const EMAIL_CHANGE = 'EMAIL_CHANGE';
/** Email kind: notice to the old address. */
export const EMAIL_CHANGED = 'EMAIL_CHANGED';

interface Names {
  staffName: string;
  businessName: string;
  businessEmail: string | null;
}

defineEmail(EMAIL_CHANGE, async (db, { data }, { publicUrl, mailedToken, now }) => {
  const { rows } = await db.executeQuery<Names>(
    CompiledQuery.raw(LINK_SQL, [data.linkOfStaffId, now().toISOString()]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'Its link was used, replaced or has expired.' };
  const token = mailedToken(EMAIL_CHANGE, String(data.linkOfStaffId));
  return {
    subject: 'Confirm your new email address',
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: 'Confirm your new email address',
    paragraphs: [
      `Hello ${row.staffName},`,
      `You want to sign in to ${row.businessName} with this address. Open the link to confirm that it is yours; it works once, within an hour.`,
      'If you did not ask for this, do nothing: nothing changes.',
    ],
    button: { label: 'Confirm this address', url: `${publicUrl}/confirm-email#${token}` },
    footer: 'You get this mail because somebody entered this address.',
  };
});

defineEmail(EMAIL_CHANGED, async (db, { data }) => {
  const { rows } = await db.executeQuery<Names>(CompiledQuery.raw(MEMBER_SQL, [data.memberId]));
  const row = rows[0];
  if (!row) return { cancel: 'The staff member is gone.' };
  return {
    subject: 'Your email address was changed',
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: 'You sign in with another address now',
    paragraphs: [
      `Hello ${row.staffName},`,
      `Your email address at ${row.businessName} was changed. This address no longer signs in.`,
      `If this was not you, tell the owner of ${row.businessName} at once.`,
    ],
    footer: `You get this mail because you signed in to ${row.businessName} with this address.`,
  };
});

const LINK_SQL = `
  select m.name as "staffName", b.name as "businessName", b.email as "businessEmail"
  from staff_links l
  join staff_members m on m.id = l.staff_member_id and m.removed_at is null
  join businesses b on b.id = l.business_id
  where l.id = $1 and l.expires_at > $2::timestamptz`;

const MEMBER_SQL = `
  select m.name as "staffName", b.name as "businessName", b.email as "businessEmail"
  from staff_members m join businesses b on b.id = m.business_id where m.id = $1`;
