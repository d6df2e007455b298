import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import { INVITATION } from './invitation.entity.js';

interface InvitationRow {
  name: string;
  inviter: string;
  businessName: string;
  businessEmail: string | null;
}

defineEmail(INVITATION, async (db, { data }, { publicUrl, mailedToken, now }) => {
  const { rows } = await db.executeQuery<InvitationRow>(
    CompiledQuery.raw(INVITATION_SQL, [data.invitationId, data.tokenId, now().toISOString()]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'The invitation was accepted, cancelled, sent again or has expired.' };
  const token = mailedToken(INVITATION, String(data.tokenId));
  return {
    subject: `Join ${row.businessName}`,
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: `${row.inviter} invites you to ${row.businessName}`,
    paragraphs: [
      `Hello ${row.name},`,
      `${row.businessName} keeps its jobs in Jobglass. Choose a password, and you can sign in and begin. The link works once, for seven days.`,
      `If you do not know ${row.inviter}, do nothing: without your password nothing happens.`,
    ],
    button: { label: 'Choose a password', url: `${publicUrl}/invitation#${token}` },
    footer: `You get this mail because ${row.inviter} entered your address.`,
  };
});

const INVITATION_SQL = `
  select i.name, m.name as inviter, b.name as "businessName", b.email as "businessEmail"
  from invitations i
  join staff_members m on m.id = i.invited_by_id
  join businesses b on b.id = i.business_id
  where i.id = $1 and i.token_id = $2 and i.accepted_at is null and i.cancelled_at is null
    and i.expires_at > $3::timestamptz`;
