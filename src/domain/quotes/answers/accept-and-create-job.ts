import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../../visibility/refusals.js';
import { lockBusiness } from '../../business/lock-business.js';
import { todayOf } from '../../business/today-of.js';
import { movePhotosToJob } from '../../enquiries/photos/move-to-job.js';
import { chargeWithYes, makeInvoiceWithYes } from '../../invoices/deposits/make-with-yes.js';
import { createJob } from '../../jobs/create-job.js';
import type { Job } from '../../jobs/job.entity.js';
import { staffOf } from '../../jobs/lock-job.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { attachQuote } from '../attach-quote.js';
import { chooseLines } from '../choice/choose-lines.js';
import { issueQuote } from '../issue-quote.js';
import { lockQuote } from '../lock-quote.js';
import type { Quote } from '../quote.entity.js';
import { isPastDay } from '../quote-day.js';
import { QuoteStatus } from '../quote-status.js';
import { keptVersion } from '../versions/keep-version.js';
import { giveAnswer } from './give-answer.js';
import type { QuoteAnswer } from './quote-answer.entity.js';

/** Acceptance that staff record. */
interface AcceptanceToRecord {
  quoteId: string;
  /** Job to join; without it a job is created, unless the quote has one. */
  jobId?: string | null;
  /** IDs of the optional lines that the client took. */
  optionalLineIds?: string[] | null;
}

/**
 * "Accept & Create Job": records that the client accepted, and creates the job from the quote or joins an existing one.
 * A deposit that the quote asks for is made as a draft invoice, which staff send, unless the quote was invoiced before.
 * Idempotent: the quote is locked and refers to its job, so a repeated call returns the same job.
 *
 * @throws CONFLICT when the quote cannot be accepted, or belongs to another job or client than the job to join.
 */
export async function acceptQuoteAndCreateJob(unit: Unit, input: AcceptanceToRecord) {
  // A draft may be sent by this, so the currency is held as it is.
  await lockBusiness(unit);
  const quote = input.jobId
    ? (await attachQuote(unit, input.jobId, input.quoteId)).quote
    : await lockQuote(unit, input.quoteId);
  const isAccepted = quote.status === QuoteStatus.ACCEPTED;
  const answer = isAccepted
    ? null
    : await recordAcceptance(unit, quote, input.optionalLineIds ?? []);
  const job = quote.job ?? (await createJobFrom(unit, quote));
  const deposit = answer && (await chargeWithYes(unit, answer, false));
  if (deposit) await makeInvoiceWithYes(unit, deposit, job);
  return { quote, job };
}

async function recordAcceptance(unit: Unit, quote: Quote, lineIds: string[]): Promise<QuoteAnswer> {
  const recordedBy = unit.em.getReference(StaffMember, staffOf(unit).staffId);
  // Agreed in person: the client accepted the draft, so it counts as handed over.
  if (quote.status === QuoteStatus.DRAFT) {
    await issueQuote(unit, quote);
    quote.reachedBy({ handedOverBy: recordedBy });
  }
  const today = await todayOf(unit, quote.businessId);
  if (!quote.takes('ACCEPTED', today)) throw conflict(refusalReason(quote, today));
  const { digest } = await keptVersion(unit, quote);
  const chosenLineIds = await chooseLines(unit, quote, lineIds);
  return giveAnswer(unit, quote, { kind: 'ACCEPTED', digest, chosenLineIds, recordedBy });
}

function refusalReason({ status, validUntil }: Quote, today: string): string {
  if (status === QuoteStatus.WITHDRAWN)
    return 'This quote was withdrawn; send it again, then accept it.';
  return isPastDay(validUntil, today)
    ? 'This quote has expired; send it again with a later last day, then accept it.'
    : 'The client declined this quote; change it to make a new version, then accept that.';
}

async function createJobFrom(unit: Unit, quote: Quote): Promise<Job> {
  const job = await createJob(unit, { title: quote.title, clientId: quote.client?.id ?? null });
  quote.attachTo(job);
  await movePhotosToJob(unit, quote, job);
  return job;
}
