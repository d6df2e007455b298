import { rolesWith } from '../../../visibility/capabilities.js';
import { declareEnum } from '../../../visibility/declare/enums.js';

const readers = rolesWith('READ_INVOICES');

export const CardRefundKind = { EXCESS: 'EXCESS', REFUND: 'REFUND', DISPUTE: 'DISPUTE' } as const;
export type CardRefundKind = keyof typeof CardRefundKind;

declareEnum(CardRefundKind, 'CardRefundKind', readers, 'Why money goes back.', {
  EXCESS: 'Refund of what was not owed; made automatically.',
  REFUND: 'Refund by staff, here or at Stripe.',
  DISPUTE: "Dispute at the client's bank.",
});

export const CardRefundStatus = {
  REQUESTED: 'REQUESTED',
  PENDING: 'PENDING',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  DISPUTED: 'DISPUTED',
  WON: 'WON',
  LOST: 'LOST',
} as const;
export type CardRefundStatus = keyof typeof CardRefundStatus;

declareEnum(CardRefundStatus, 'CardRefundStatus', readers, 'State of a refund or dispute.', {
  REQUESTED: 'Requested; Stripe has not taken it yet.',
  PENDING: 'Taken by Stripe, on its way to the client.',
  SUCCEEDED: 'Refunded.',
  FAILED: 'Refused; pay the client back another way.',
  DISPUTED: 'Dispute under way; answer it at Stripe.',
  WON: 'Dispute won; the payment stays.',
  LOST: 'Dispute lost; the amount is owed again.',
});

/** States only move to the right, so that late and repeated events change nothing. */
const ORDER: CardRefundStatus[] = ['REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED'];

export function isLater(status: CardRefundStatus, than: CardRefundStatus): boolean {
  if (than === 'DISPUTED') return status === 'WON' || status === 'LOST';
  return ORDER.indexOf(status) > ORDER.indexOf(than) && ORDER.includes(than);
}
