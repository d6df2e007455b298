import type { CardRefundKind, CardRefundStatus, CheckoutStatus } from '../../../../gen/operations';

/** Texts about online payments of an invoice. */
export const onlineStrings = {
  title: 'Online payments',
  online: 'online',
  refund: 'Refund',
  refundAmount: 'Amount to refund',
  refundReason: 'Why? Only your business sees this',
  confirmRefund: 'Refund it',
  refundHint:
    'The money goes back the way it was paid. The payment is struck out once Stripe has taken the refund.',
  began: (time: string) => `Begun ${time}`,
  because: (code: string) => `Stripe says: ${code}`,
  statuses: {
    RESERVED: 'Opening',
    OPEN: 'Payment page open',
    CLOSING: 'Being closed',
    PROCESSING: 'Being confirmed by the bank',
    PAID: 'Paid',
    FAILED: 'Failed',
    EXPIRED: 'Not paid',
  } satisfies Record<CheckoutStatus, string>,
  refundKinds: {
    EXCESS: 'Refund of what was not owed',
    REFUND: 'Refund',
    DISPUTE: 'Dispute',
  } satisfies Record<CardRefundKind, string>,
  refundStatuses: {
    REQUESTED: 'Requested',
    PENDING: 'On its way',
    SUCCEEDED: 'Done',
    FAILED: 'Failed; pay it back another way',
    DISPUTED: 'Answer it at Stripe',
    WON: 'Won',
    LOST: 'Lost',
  } satisfies Record<CardRefundStatus, string>,
};
