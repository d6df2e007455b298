import { CompiledQuery } from 'kysely';
import type { Config } from '../../../config/config.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import { type Gathering, gatherEmail, gatheringEmail } from '../../../email/outbox/gather-email.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import type { Place } from '../../../shareable/shareable.js';
import { may, rolesWith, rolesWithBoth } from '../../../visibility/capabilities.js';
import type { InvoiceKind } from '../../invoices/invoice-kind.js';
import { invoiceName } from '../../invoices/invoice-name.js';
import { Assignment } from '../../jobs/assignment.entity.js';
import type { Job } from '../../jobs/job.entity.js';
import { money } from '../../money/in-words.js';
import { SIGNS_IN, StaffMember, type StaffRole } from '../../staff/staff-member.entity.js';
import { mailWords } from '../../words/mail-words.js';
import { acceptedPart, acceptedQuote } from './accepted-quote.js';
import type { QuoteAnswer } from './quote-answer.entity.js';
import type { QuoteAnswerKind } from './quote-answer-kind.js';

/** Email kind: a client's answer to a quote, to staff. */
const QUOTE_ANSWER_MAIL = 'QUOTE_ANSWER';

/** Data of the mail. Mails queued by an earlier version have `answerId` instead of `answerIds`. */
interface AnswerMailData {
  quoteId: string;
  staffId: string;
  answerIds?: string[];
  answerId?: string;
}

/**
 * Queues the mail to the staff who may write quotes: those who see the money of the whole business, and of the others
 * those assigned to the job, if there is one. Successive change requests are gathered in one mail; an acceptance or refusal is sent at once, including pending change requests.
 */
export async function notifyStaffOfAnswer(
  unit: Unit,
  config: Config,
  job: Job | null,
  answer: QuoteAnswer,
): Promise<void> {
  const { businessId } = answer;
  for (const { id: staffId, email } of await recipientsOf(unit, businessId, job)) {
    const gathering = {
      businessId,
      jobId: job?.id ?? null,
      kind: QUOTE_ANSWER_MAIL,
      recipient: email,
      about: { quoteId: answer.quote.id, staffId },
    };
    if (answer.kind === 'CHANGES_REQUESTED') await gather(unit, config, gathering, answer.id);
    else await sendAtOnce(unit, gathering, answer.id);
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

/** Replaces the gathering mail, so that a change request is never read after the final answer. */
async function sendAtOnce({ em, now }: Unit, gathering: Gathering, id: string): Promise<void> {
  const { about, ...mail } = gathering;
  const earlier = await gatheringEmail(em, gathering);
  const answerIds = [...((earlier?.data.answerIds as string[] | undefined) ?? []), id];
  if (earlier) {
    earlier.status = 'CANCELLED';
    earlier.failure = 'A later mail took its place.';
  }
  await queueEmail(em, { ...mail, data: { ...about, answerIds }, now });
}

async function recipientsOf(
  { em }: Unit,
  businessId: string,
  job: Job | null,
): Promise<StaffMember[]> {
  const assigned = job ? await em.find(Assignment, { job: job.id }) : [];
  const assignedIds = assigned.map(({ staffMember }) => staffMember.id);
  return em.find(StaffMember, {
    businessId,
    ...SIGNS_IN,
    $or: [
      { role: { $in: [...rolesWithBoth('WRITE_SALES', 'SEE_COSTS')] as StaffRole[] } },
      { role: { $in: [...rolesWith('WRITE_SALES')] as StaffRole[] }, id: { $in: assignedIds } },
    ],
  });
}

interface QuoteAnswerRow extends Place {
  role: StaffRole;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  quoteId: string;
  /** Null for a quote without a job, as are its number and title. */
  jobId: string | null;
  jobNumber: number | null;
  jobTitle: string | null;
  number: number;
  version: number;
  title: string;
  totalCents: number;
  taxName: string;
  kind: QuoteAnswerKind;
  name: string | null;
  /** Messages of the answers, oldest first. */
  messages: string[] | null;
  /** Invoice that was made with an acceptance. */
  invoice: { kind: InvoiceKind; number: number; totalCents: number } | null;
}

defineEmail(QUOTE_ANSWER_MAIL, async (db, { data }, { publicUrl }) => {
  const { staffId, answerIds, answerId } = data as unknown as AnswerMailData;
  const ids = answerIds ?? [answerId as string];
  const { rows } = await db.executeQuery<QuoteAnswerRow>(
    CompiledQuery.raw(QUOTE_ANSWER_SQL, [ids.at(-1), staffId, ids]),
  );
  const row = rows[0];
  if (!row || !may(row.role, 'WRITE_SALES'))
    return { cancel: 'Its recipient no longer reads the answers of clients.' };
  const accepted = await acceptedQuote(db, ids.at(-1) as string);
  return {
    ...answerTemplate(row, publicUrl),
    ...(accepted && acceptedPart(accepted, row.taxName, mailWords(row))),
  };
});

const QUOTE_ANSWER_SQL = `
  select s.role, b.name as "businessName", b.email as "businessEmail", b.time_zone as "timeZone", b.currency, b.date_order as "dateOrder", c.name as "clientName",
    j.id as "jobId", j.number as "jobNumber", j.title as "jobTitle", q.id as "quoteId", q.number, a.version, a.kind, a.name,
    (select json_agg(e.message order by e.id) from quote_answers e
      where e.id = any($3) and e.message is not null) as messages,
    (select json_build_object('kind', i.kind, 'number', i.number, 'totalCents', i.total_cents) from invoices i
      where i.answer_id = a.id and i.status <> 'VOID') as invoice,
    b.tax_name as "taxName", coalesce(v.title, q.title) as title,
    coalesce(a.total_cents, v.total_cents, q.total_cents) as "totalCents"
  from quote_answers a
  join quotes q on q.id = a.quote_id
  left join jobs j on j.id = q.job_id
  join businesses b on b.id = a.business_id
  join clients c on c.id = a.client_id
  join staff_members s on s.id = $2 and s.removed_at is null
  left join quote_versions v on v.quote_id = a.quote_id and v.version = a.version
  where a.id = $1`;

const VERBS: Record<QuoteAnswerKind, string> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  CHANGES_REQUESTED: 'asked for changes to',
};

function answerTemplate(row: QuoteAnswerRow, publicUrl: string): EmailTemplate {
  const { businessName, clientName, invoice, jobId, kind, messages, name } = row;
  const { number, title, version } = row;
  const heading = `${clientName} ${VERBS[kind]} quote ${number}`;
  return {
    subject: heading,
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading,
    paragraphs: [
      `${clientName} ${VERBS[kind]} version ${version} of quote ${number}, ${title}, for ${money(row.totalCents, row)}.`,
      ...(jobId ? [`It is part of job ${row.jobNumber}, ${row.jobTitle}.`] : []),
      ...(invoice
        ? [`${invoiceName(invoice)} over ${money(invoice.totalCents, row)} was sent with it.`]
        : []),
      ...(name ? [`The name given is ${name}.`] : []),
    ],
    quote: messages?.join('\n\n'),
    button: jobId
      ? { label: 'Open the job', url: `${publicUrl}/console#/jobs/${jobId}/quotes` }
      : { label: 'Open the quote', url: `${publicUrl}/console#/quotes/${row.quoteId}` },
    footer: `You get this mail because you look after the jobs of ${businessName}.`,
  };
}
