import { staffAndClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { isPastDay } from './quote-day.js';

export const QuoteStatus = {
  DRAFT: 'DRAFT',
  SENT: 'SENT',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
  EXPIRED: 'EXPIRED',
  SUPERSEDED: 'SUPERSEDED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type QuoteStatus = (typeof QuoteStatus)[keyof typeof QuoteStatus];

declareEnum(QuoteStatus, 'QuoteStatus', staffAndClient, 'Quote status.', {
  DRAFT: 'Draft; not sent.',
  SENT: 'Sent; waiting for an answer.',
  ACCEPTED: 'Accepted by the client.',
  DECLINED: 'Declined by the client.',
  CHANGES_REQUESTED: 'Changes requested by the client.',
  EXPIRED: 'Last day for acceptance is over.',
  SUPERSEDED: 'Replaced by a later version.',
  WITHDRAWN: 'Withdrawn by the business; it cannot be answered.',
});

/**
 * Status of a quote on a calendar day. EXPIRED is not stored but computed from the day, so no scheduled task is
 * needed.
 */
export function statusOn(
  { status, validUntil }: { status: QuoteStatus; validUntil: string | null },
  today: string,
): QuoteStatus {
  const isExpired = status === QuoteStatus.SENT && isPastDay(validUntil, today);
  return isExpired ? QuoteStatus.EXPIRED : status;
}

/** `statusOn` in SQL. */
export function statusInSql(quote: string, today: string): string {
  return `case when ${quote}.status = 'SENT' and ${quote}.valid_until < ${today} then 'EXPIRED' else ${quote}.status end`;
}

/** The status of a version: the quote's own while no later one was written. */
export function versionStatusInSql(version: string, today: string): string {
  return `(select case when q.version = ${version}.version then ${statusInSql('q', today)} else 'SUPERSEDED' end
    from quotes q where q.id = ${version}.quote_id)`;
}
