import { CompiledQuery } from 'kysely';
import type { Unit } from '../../database/unit-of-work.js';
import { defineEmail } from '../../email/email-kinds.js';
import type { Letter } from '../../email/letter.js';
import { queueEmail } from '../../email/outbox.js';
import type { Place } from '../../sharing/shareable.js';
import { Assignment } from '../jobs/assignment.entity.js';
import type { Job } from '../jobs/job.entity.js';
import { money } from '../money/in-words.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import type { QuoteAnswer } from './quote-answer.entity.js';
import type { QuoteAnswerKind } from './quote-answer-kind.js';

/** The mail that tells staff what a client said to a quote. */
export const QUOTE_ANSWER_MAIL = 'QUOTE_ANSWER';

/** Tells those who run the business, and the supervisors who are on the job. */
export async function tellStaff(unit: Unit, job: Job, answer: QuoteAnswer): Promise<void> {
  const { em, now } = unit;
  for (const { id, email } of await whoIsTold(unit, job)) {
    await queueEmail(em, {
      businessId: job.businessId,
      jobId: job.id,
      kind: QUOTE_ANSWER_MAIL,
      recipient: email,
      data: { answerId: answer.id, staffId: id },
      now,
    });
  }
}

async function whoIsTold({ em }: Unit, { id, businessId }: Job): Promise<StaffMember[]> {
  const assigned = await em.find(Assignment, { job: id });
  const onTheJob = assigned.map(({ staffMember }) => staffMember.id);
  return em.find(StaffMember, {
    businessId,
    removedAt: null,
    $or: [
      { role: { $in: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'] } },
      { role: 'SUPERVISOR', id: { $in: onTheJob } },
    ],
  });
}

interface Facts extends Place {
  businessName: string;
  clientName: string;
  jobId: string;
  jobNumber: number;
  jobTitle: string;
  number: number;
  version: number;
  title: string;
  totalCents: number;
  kind: QuoteAnswerKind;
  name: string | null;
  message: string | null;
}

defineEmail(QUOTE_ANSWER_MAIL, async (db, { data }, { publicUrl }) => {
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [data.answerId, data.staffId]),
  );
  return rows[0]
    ? letterOf(rows[0], publicUrl)
    : { cancel: 'Whoever was to read it works here no more.' };
});

const FACTS = `
  select b.name as "businessName", b.time_zone as "timeZone", b.currency, c.name as "clientName",
    j.id as "jobId", j.number as "jobNumber", j.title as "jobTitle", q.number, a.version, a.kind, a.name, a.message,
    coalesce(v.title, q.title) as title, coalesce(v.total_cents, q.total_cents) as "totalCents"
  from quote_answers a
  join quotes q on q.id = a.quote_id
  join jobs j on j.id = q.job_id
  join businesses b on b.id = a.business_id
  join clients c on c.id = a.client_id
  join staff_members s on s.id = $2 and s.removed_at is null
  left join quote_versions v on v.quote_id = a.quote_id and v.version = a.version
  where a.id = $1`;

const DID: Record<QuoteAnswerKind, string> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  CHANGES_REQUESTED: 'asked for changes to',
};

function letterOf(facts: Facts, publicUrl: string): Letter {
  const { businessName, clientName, kind, message, name, number, title, version } = facts;
  const heading = `${clientName} ${DID[kind]} quote ${number}`;
  return {
    subject: heading,
    fromName: businessName,
    heading,
    paragraphs: [
      `${clientName} ${DID[kind]} version ${version} of quote ${number}, ${title}, for ${money(facts.totalCents, facts)}.`,
      `It is part of job ${facts.jobNumber}, ${facts.jobTitle}.`,
      ...(name ? [`The name given is ${name}.`] : []),
    ],
    quote: message ?? undefined,
    button: { label: 'Open the job', url: `${publicUrl}/console#/jobs/${facts.jobId}/quotes` },
    footer: `You get this mail because you look after the jobs of ${businessName}.`,
  };
}
