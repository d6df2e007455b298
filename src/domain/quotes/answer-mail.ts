import { CompiledQuery } from 'kysely';
import type { Config } from '../../config.js';
import type { Unit } from '../../database/unit-of-work.js';
import { defineEmail } from '../../email/email-kinds.js';
import { type Gathering, gatherEmail, gatheringEmail } from '../../email/gather-email.js';
import type { Letter } from '../../email/letter.js';
import { queueEmail } from '../../email/outbox.js';
import type { Place } from '../../sharing/shareable.js';
import { Assignment } from '../jobs/assignment.entity.js';
import type { Job } from '../jobs/job.entity.js';
import { money } from '../money/in-words.js';
import { may } from '../staff/capabilities.js';
import { StaffMember, type StaffRole } from '../staff/staff-member.entity.js';
import type { QuoteAnswer } from './quote-answer.entity.js';
import type { QuoteAnswerKind } from './quote-answer-kind.js';

/** The mail that tells staff what a client said to a quote. */
export const QUOTE_ANSWER_MAIL = 'QUOTE_ANSWER';

/** What the mail names. Mails that were queued before changes gathered name one answer. */
interface AnswerMailData {
  quoteId: string;
  staffId: string;
  answerIds?: string[];
  answerId?: string;
}

/**
 * Tells those who run the business, and the supervisors who are on the job. Requests for changes that
 * follow each other gather in one mail; a yes or no goes out at once, with what was asked just before.
 */
export async function tellStaff(
  unit: Unit,
  config: Config,
  job: Job,
  answer: QuoteAnswer,
): Promise<void> {
  for (const { id: staffId, email } of await whoIsTold(unit, job)) {
    const gathering = {
      businessId: job.businessId,
      jobId: job.id,
      kind: QUOTE_ANSWER_MAIL,
      recipient: email,
      about: { quoteId: answer.quote.id, staffId },
    };
    if (answer.kind === 'CHANGES_REQUESTED') await gather(unit, config, gathering, answer.id);
    else await tellAtOnce(unit, gathering, answer.id);
  }
}

function gather(
  { em, now }: Unit,
  { messageMailSeconds }: Config,
  gathering: Gathering,
  id: string,
): Promise<void> {
  const seconds = messageMailSeconds;
  return gatherEmail(em, { ...gathering, data: {}, list: 'answerIds', id, seconds, now });
}

/** Takes the place of the mail that gathers, so that nobody reads of a request after its answer. */
async function tellAtOnce({ em, now }: Unit, gathering: Gathering, id: string): Promise<void> {
  const { about, ...mail } = gathering;
  const earlier = await gatheringEmail(em, gathering);
  const answerIds = [...((earlier?.data.answerIds as string[] | undefined) ?? []), id];
  if (earlier) {
    earlier.status = 'CANCELLED';
    earlier.failure = 'A later mail took its place.';
  }
  await queueEmail(em, { ...mail, data: { ...about, answerIds }, now });
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
  role: StaffRole;
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
  /** What was said, first said first. */
  messages: string[] | null;
}

defineEmail(QUOTE_ANSWER_MAIL, async (db, { data }, { publicUrl }) => {
  const { staffId, answerIds, answerId } = data as unknown as AnswerMailData;
  const ids = answerIds ?? [answerId as string];
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [ids.at(-1), staffId, ids]),
  );
  const facts = rows[0];
  if (!facts || !may(facts.role, 'WRITE_SALES'))
    return { cancel: 'Its recipient no longer reads the answers of clients.' };
  return letterOf(facts, publicUrl);
});

const FACTS = `
  select s.role, b.name as "businessName", b.time_zone as "timeZone", b.currency, c.name as "clientName",
    j.id as "jobId", j.number as "jobNumber", j.title as "jobTitle", q.number, a.version, a.kind, a.name,
    (select json_agg(e.message order by e.id) from quote_answers e
      where e.id = any($3) and e.message is not null) as messages,
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
  const { businessName, clientName, kind, messages, name, number, title, version } = facts;
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
    quote: messages?.join('\n\n'),
    button: { label: 'Open the job', url: `${publicUrl}/console#/jobs/${facts.jobId}/quotes` },
    footer: `You get this mail because you look after the jobs of ${businessName}.`,
  };
}
