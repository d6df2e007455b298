import type { QuoteOfPortalFragment } from '../gen/operations';

type Dated = Pick<QuoteOfPortalFragment, 'status' | 'validUntil'>;

/** Whether it can be answered: it waits for an answer, and its last valid day is not over. */
export function isOpen(quote: Dated, timeZone: string): boolean {
  return ['SENT', 'CHANGES_REQUESTED'].includes(quote.status) && !isOver(quote, timeZone);
}

/** Whether its last valid day is over where the business is. */
export function isOver({ validUntil }: Dated, timeZone: string): boolean {
  // The Swedish way of writing a day is the API's.
  const today = new Date().toLocaleDateString('sv-SE', { timeZone });
  return validUntil !== null && validUntil < today;
}
