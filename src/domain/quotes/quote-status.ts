import { staffAndClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare.js';

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
