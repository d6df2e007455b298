import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/any-tables.js';
import { may } from '../../domain/staff/capabilities.js';
import type { StaffRole } from '../../domain/staff/staff-member.entity.js';
import { defineEmail } from '../../email/email-kinds.js';
import type { Letter } from '../../email/letter.js';
import type { MessageMailData } from './gather-mail.js';
import { howMany, together } from './message-words.js';

/** Tells somebody of the business what a client has written. */
export const MAIL_TO_STAFF = 'MESSAGES_TO_STAFF';

// It goes out with the portal off as well: staff read and the client is waiting for an answer all the same.
defineEmail(MAIL_TO_STAFF, async (db, email, { publicUrl }) => {
  const facts = await factsOf(db, email.data as unknown as MessageMailData);
  if (!facts || !may(facts.role, 'MESSAGE_CLIENTS'))
    return { cancel: 'Its reader no longer reads messages of clients.' };
  if (!facts.bodies) return { cancel: 'Everything was read before the mail went out.' };
  return letterOf({ ...facts, bodies: facts.bodies }, publicUrl);
});

interface Facts {
  role: StaffRole;
  staffName: string;
  businessName: string;
  clientName: string;
  jobId: string;
  number: number;
  title: string;
  /** Those that are still unread, first sent first. */
  bodies: string[] | null;
}

async function factsOf(
  db: AnyTables,
  { staffId, clientId, messageIds }: MessageMailData,
): Promise<Facts | undefined> {
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [staffId, clientId, messageIds]),
  );
  return rows[0];
}

const FACTS = `
  select s.role, s.name as "staffName", b.name as "businessName", c.name as "clientName", j.id as "jobId",
    j.number, j.title,
    (select json_agg(m.body order by m.id) from messages m
      where m.id = any($3) and m.client_id = c.id and m.read_at is null) as bodies
  from staff_members s
  join businesses b on b.id = s.business_id
  join clients c on c.id = $2 and c.business_id = s.business_id
  join jobs j on j.business_id = s.business_id
    and j.id = (select m.job_id from messages m where m.id = any($3) limit 1)
  where s.id = $1 and s.removed_at is null`;

function letterOf({ bodies, ...facts }: Facts & { bodies: string[] }, publicUrl: string): Letter {
  const { clientName, number, title } = facts;
  const what = howMany(bodies.length);
  return {
    subject: `${clientName}: ${what} on job ${number}`,
    fromName: facts.businessName,
    heading: `Job ${number}: ${title}`,
    paragraphs: [
      `Hello ${facts.staffName},`,
      `${clientName} has written ${what} on job ${number}, ${title}. Sign in to answer: a reply to this mail does not reach the client.`,
    ],
    quote: together(bodies),
    button: {
      label: 'Read and answer',
      url: `${publicUrl}/console#/jobs/${facts.jobId}/messages`,
    },
    footer: `You get this mail because you work for ${facts.businessName} and may message its clients.`,
  };
}
