import type { PortalQuoteFragment } from '../../gen/portal-operations';

type QuoteValidity = Pick<PortalQuoteFragment, 'status' | 'validUntil'>;

/** Whether a quote can be answered: it awaits an answer and has not expired. */
export function isOpen(quote: QuoteValidity, timeZone: string): boolean {
  return ['SENT', 'CHANGES_REQUESTED'].includes(quote.status) && !isPastValidity(quote, timeZone);
}

/** Whether the last valid day is over in the time zone of the business. */
export function isPastValidity({ validUntil }: QuoteValidity, timeZone: string): boolean {
  // The Swedish locale formats dates as YYYY-MM-DD, like the API.
  const today = new Date().toLocaleDateString('sv-SE', { timeZone });
  return validUntil !== null && validUntil < today;
}
