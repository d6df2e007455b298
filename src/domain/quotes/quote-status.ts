import { staffAndClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare.js';
import { isOver } from './quote-day.js';

export const QuoteStatus = {
  DRAFT: 'DRAFT',
  SENT: 'SENT',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
  EXPIRED: 'EXPIRED',
  SUPERSEDED: 'SUPERSEDED',
} as const;
export type QuoteStatus = (typeof QuoteStatus)[keyof typeof QuoteStatus];

declareEnum(QuoteStatus, 'QuoteStatus', staffAndClient, 'Where a quote stands.', {
  DRAFT: 'Being written.',
  SENT: 'Out with the client, waiting for an answer.',
  ACCEPTED: 'The client said yes.',
  DECLINED: 'The client said no.',
  CHANGES_REQUESTED: 'The client asked for changes.',
  EXPIRED: 'Its last valid day is over.',
  SUPERSEDED: 'A later version took its place.',
});

/**
 * Where a quote stands on this day. That its time is over is never written down: it follows from the
 * day, so no clock has to run for it to be true.
 */
export function statusOn(
  { status, validUntil }: { status: QuoteStatus; validUntil: string | null },
  today: string,
): QuoteStatus {
  const isExpired = status === QuoteStatus.SENT && isOver(validUntil, today);
  return isExpired ? QuoteStatus.EXPIRED : status;
}

/** `statusOn` in SQL. */
export function statusInSql(quote: string, today: string): string {
  return `case when ${quote}.status = 'SENT' and ${quote}.valid_until < ${today} then 'EXPIRED' else ${quote}.status end`;
}
