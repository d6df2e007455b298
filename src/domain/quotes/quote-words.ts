import type { Place } from '../../sharing/shareable.js';
import { money } from '../money/in-words.js';

/** A quote as a prompt or a mail says it: "Version 2, $1,320.00, sent". */
export function quoteWords(
  quote: { version: number; totalCents: number; status: string },
  place: Place,
): string {
  return `Version ${quote.version}, ${money(quote.totalCents, place)}, ${quote.status.toLowerCase().replace('_', ' ')}`;
}
