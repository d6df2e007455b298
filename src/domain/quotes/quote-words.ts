import type { Place } from '../../sharing/shareable.js';
import { money } from '../money/in-words.js';

// A prompt offers a quote that the client may not have yet, so it does not say "sent".
const STATES: Record<string, string> = {
  DRAFT: 'draft',
  SENT: 'waiting for an answer',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  CHANGES_REQUESTED: 'changes requested',
};

/** A quote as a prompt says it: "Version 2, $1,320.00, accepted". */
export function quoteWords(
  quote: { version: number; totalCents: number; status: string },
  place: Place,
): string {
  return `Version ${quote.version}, ${money(quote.totalCents, place)}, ${STATES[quote.status] ?? quote.status}`;
}
