import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';

/** Email kind and purpose of the link: a new password for somebody who forgot theirs. */
export const PASSWORD_RESET = 'PASSWORD_RESET';

defineEmail(PASSWORD_RESET, async (db, { data }, { publicUrl, mailedToken, now }) => {
  const { rows } = await db.executeQuery<{
    staffName: string;
    businessName: string;
    businessEmail: string | null;
  }>(CompiledQuery.raw(LINK_SQL, [data.linkOfStaffId, now().toISOString()]));
  const row = rows[0];
  if (!row) return { cancel: 'Its link was used, replaced or has expired.' };
  const token = mailedToken(PASSWORD_RESET, String(data.linkOfStaffId));
  return {
    subject: 'Choose a new password',
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: 'Choose a new password',
    paragraphs: [
      `Hello ${row.staffName},`,
      `Somebody, probably you, asked for a new password for ${row.businessName}. The link works once, within an hour.`,
      'If it was not you, do nothing: your password stays as it is.',
    ],
    button: { label: 'Choose a new password', url: `${publicUrl}/reset#${token}` },
    footer: `You get this mail because you work at ${row.businessName}.`,
  };
});

const LINK_SQL = `
  select m.name as "staffName", b.name as "businessName", b.email as "businessEmail"
  from staff_links l
  join staff_members m on m.id = l.staff_member_id and m.removed_at is null and m.email = l.email
  join businesses b on b.id = l.business_id
  where l.id = $1 and l.expires_at > $2::timestamptz`;
