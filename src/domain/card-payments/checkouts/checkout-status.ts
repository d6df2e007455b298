import { rolesWith } from '../../../visibility/capabilities.js';
import { declareEnum } from '../../../visibility/declare/enums.js';

export const CheckoutStatus = {
  RESERVED: 'RESERVED',
  OPEN: 'OPEN',
  CLOSING: 'CLOSING',
  PROCESSING: 'PROCESSING',
  PAID: 'PAID',
  FAILED: 'FAILED',
  EXPIRED: 'EXPIRED',
} as const;
export type CheckoutStatus = keyof typeof CheckoutStatus;

declareEnum(
  CheckoutStatus,
  'CheckoutStatus',
  rolesWith('READ_INVOICES'),
  'State of an attempt to pay online.',
  {
    RESERVED: 'Begun; the payment page is being opened.',
    OPEN: 'The payment page is open.',
    CLOSING: 'The payment page is being closed.',
    PROCESSING: 'Paid by the client, not confirmed by the bank yet.',
    PAID: 'Paid.',
    FAILED: 'Not paid: the bank or the payment service refused it.',
    EXPIRED: 'Closed without a payment.',
  },
);

/** Statuses in which a client may still be sent to the payment page; one for each invoice at most. */
export const PAYABLE_STATUSES = [CheckoutStatus.RESERVED, CheckoutStatus.OPEN] as const;

/** Why a checkout is closed although it was not paid. Money that arrives all the same counts as far as it is owed. */
export type CheckoutCloseReason =
  /** Another amount is owed now. */
  | 'AMOUNT_CHANGED'
  /** Its time is over, or the client has another one. */
  | 'REPLACED'
  | 'VOID'
  | 'SUPERSEDED'
  | 'PORTAL_OFF'
  | 'ACCESS_ENDED'
  | 'SWITCHED_OFF';
