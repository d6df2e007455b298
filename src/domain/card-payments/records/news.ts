import type { CheckoutCloseReason } from '../checkouts/checkout-status.js';

/** Something that happened to an online payment and that people are told. Amounts in cents. */
export type CardPaymentNews =
  /**
   * `countedCents` count for the invoice; `excessCents` were not owed and go back. `closeReason`: why its page was closed
   * before the payment arrived; mails queued by an earlier version have none.
   */
  | {
      kind: 'PAID';
      amountCents: number;
      countedCents: number;
      excessCents: number;
      closeReason?: CheckoutCloseReason | null;
    }
  | { kind: 'FAILED'; amountCents: number }
  | { kind: 'REFUNDED'; amountCents: number }
  | { kind: 'REFUND_FAILED'; amountCents: number }
  | { kind: 'DISPUTED'; amountCents: number }
  | { kind: 'DISPUTE_WON'; amountCents: number }
  | { kind: 'DISPUTE_LOST'; amountCents: number };

export type CardPaymentNewsKind = CardPaymentNews['kind'];
