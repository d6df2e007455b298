import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import type { StaffRole } from '../../domain/staff/staff-member.entity.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import { may } from '../../visibility/capabilities.js';
import type { MessageMailData } from './gather-mail.js';
import { messageCount, quotation } from './message-quotation.js';

/** Kind of the email with new messages of a client, to a staff member. */
export const MAIL_TO_STAFF = 'MESSAGES_TO_STAFF';

// Sent while the portal is off as well: the client still waits for an answer.
defineEmail(MAIL_TO_STAFF, async (db, email, { publicUrl }) => {
  const row = await readRow(db, email.data as unknown as MessageMailData);
  if (!row || !readsMessages(row))
    return { cancel: 'Its reader no longer reads messages of clients.' };
  if (!row.bodies) return { cancel: 'Everything was read before the mail went out.' };
  return templateOf({ ...row, bodies: row.bodies }, publicUrl);
});

/** Whether the recipient may still read the messages of the job. */
function readsMessages({ role, worksOnJob }: StaffMailRow): boolean {
  return may(role, 'MESSAGE_CLIENTS') && (worksOnJob || may(role, 'SEE_ALL_JOBS'));
}

interface StaffMailRow {
  role: StaffRole;
  worksOnJob: boolean;
  staffName: string;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  jobId: string;
  number: number;
  title: string;
  /** Texts of the messages that are still unread, oldest first; null if none is. */
  bodies: string[] | null;
}

async function readRow(
  db: AnyTables,
  { staffId, clientId, messageIds }: MessageMailData,
): Promise<StaffMailRow | undefined> {
  const { rows } = await db.executeQuery<StaffMailRow>(
    CompiledQuery.raw(QUERY, [staffId, clientId, messageIds]),
  );
  return rows[0];
}

const QUERY = `
  select s.role, s.name as "staffName", b.name as "businessName", b.email as "businessEmail", c.name as "clientName", j.id as "jobId",
    j.number, j.title,
    exists (select from assignments a where a.job_id = j.id and a.staff_member_id = s.id) as "worksOnJob",
    (select json_agg(m.body order by m.id) from messages m
      where m.id = any($3) and m.client_id = c.id and m.read_at is null) as bodies
  from staff_members s
  join businesses b on b.id = s.business_id
  join clients c on c.id = $2 and c.business_id = s.business_id
  join jobs j on j.business_id = s.business_id
    and j.id = (select m.job_id from messages m where m.id = any($3) limit 1)
  where s.id = $1 and s.removed_at is null`;

function templateOf(
  { bodies, ...row }: StaffMailRow & { bodies: string[] },
  publicUrl: string,
): EmailTemplate {
  const { clientName, number, title } = row;
  const what = messageCount(bodies.length);
  return {
    subject: `${clientName}: ${what} on job ${number}`,
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: `Job ${number}: ${title}`,
    paragraphs: [
      `Hello ${row.staffName},`,
      `${clientName} has written ${what} on job ${number}, ${title}. Sign in to answer: a reply to this mail does not reach the client.`,
    ],
    quote: quotation(bodies),
    button: {
      label: 'Read and answer',
      url: `${publicUrl}/console#/jobs/${row.jobId}/messages`,
    },
    footer: `You get this mail because you work for ${row.businessName} and may message its clients.`,
  };
}
