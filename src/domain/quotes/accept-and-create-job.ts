import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { createJob } from '../jobs/create-job.js';
import type { Job } from '../jobs/job.entity.js';
import { staffOf } from '../jobs/job-to-change.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { giveAnswer } from './give-answer.js';
import { keptVersion } from './keep-version.js';
import { putOut } from './put-out.js';
import type { Quote } from './quote.entity.js';
import { isOver } from './quote-day.js';
import { QuoteStatus } from './quote-status.js';
import { quoteToChange } from './quote-to-change.js';

import { todayOf } from './today-of.js';

/**
 * "Accept & Create Job": staff record that the client said yes, and the job is made from the quote.
 * Whoever does it a second time, or a moment later, is answered the same job: the quote is held, and
 * it knows its job.
 */
export async function acceptQuoteAndCreateJob(unit: Unit, quoteId: string) {
  const quote = await quoteToChange(unit, quoteId);
  if (quote.status !== QuoteStatus.ACCEPTED) await recordAcceptance(unit, quote);
  const job = quote.job ?? (await jobFor(unit, quote));
  return { quote, job };
}

async function recordAcceptance(unit: Unit, quote: Quote): Promise<void> {
  const recordedBy = unit.em.getReference(StaffMember, staffOf(unit).staffId);
  // Agreed on the spot: the draft is what the client said yes to, so it counts as handed over.
  if (quote.status === QuoteStatus.DRAFT) {
    await putOut(unit, quote);
    quote.reachedBy({ handedOverBy: recordedBy });
  }
  const today = await todayOf(unit, quote.businessId);
  if (!quote.takes('ACCEPTED', today)) throw conflict(whyNot(quote, today));
  giveAnswer(unit, quote, {
    kind: 'ACCEPTED',
    digest: (await keptVersion(unit, quote)).digest,
    recordedBy,
  });
}

function whyNot({ validUntil }: Quote, today: string): string {
  return isOver(validUntil, today)
    ? 'This quote has expired; give it a later last day, send it again, then accept it.'
    : 'The client declined this quote; change it to make a new version, then accept that.';
}

async function jobFor(unit: Unit, quote: Quote): Promise<Job> {
  const job = await createJob(unit, { title: quote.title, clientId: quote.client?.id ?? null });
  quote.attachTo(job);
  return job;
}
