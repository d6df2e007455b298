import type { Place } from '../../sharing/shareable.js';

/** A quote as a prompt or a mail says it: "Version 2, $1,320.00, sent". */
export function quoteWords(
  quote: { version: number; totalCents: number; status: string },
  place: Place,
): string {
  return `Version ${quote.version}, ${money(quote.totalCents, place)}, ${quote.status.toLowerCase().replace('_', ' ')}`;
}

/** An amount in the business's currency. */
export function money(cents: number, place: Place): string {
  return new Intl.NumberFormat('en-AU', {
    style: 'currency',
    currency: place.currency,
  }).format(cents / 100);
}
