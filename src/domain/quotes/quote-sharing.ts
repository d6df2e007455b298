import type { Place } from '../../shareable/shareable.js';
import { money } from '../money/in-words.js';
import { QuoteStatus, statusOn } from './quote-status.js';

/** Reason why the job's client must not see a quote, or null. */
export function hiddenReason(
  quote: { status: QuoteStatus; clientId: string | null },
  job: { clientId: string | null },
): string | null {
  if (quote.status === QuoteStatus.DRAFT) return 'It is a draft; send the quote first.';
  const isForAnother = quote.clientId !== null && quote.clientId !== job.clientId;
  return isForAnother
    ? 'It was made for another client than the job has now; make a new quote for this one.'
    : null;
}

/** Reason why a quote must not be shared with a client who does not have it yet, or null. */
export function newItemHiddenReason(
  quote: { status: QuoteStatus; validUntil: string | null },
  today: string,
): string | null {
  const status = statusOn(quote, today);
  if (status === QuoteStatus.WITHDRAWN) return 'It was withdrawn; send it again first.';
  return status === QuoteStatus.EXPIRED
    ? 'Its last valid day is over; give it a later one and send it again.'
    : null;
}

// A prompt may offer a quote that the client does not have yet, so SENT is not worded as "sent".
const STATUS_WORDS: Record<string, string> = {
  DRAFT: 'draft',
  SENT: 'waiting for an answer',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  CHANGES_REQUESTED: 'changes requested',
  WITHDRAWN: 'withdrawn',
};

/** Summary of a quote in a prompt: "Version 2, $1,320.00, accepted". */
export function quoteSummary(
  quote: { version: number; totalCents: number; status: string },
  place: Place,
): string {
  return `Version ${quote.version}, ${money(quote.totalCents, place)}, ${STATUS_WORDS[quote.status] ?? quote.status}`;
}
