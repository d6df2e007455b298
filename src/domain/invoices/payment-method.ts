import { declareEnum } from '../../visibility/declare.js';
import { whoMay } from '../staff/capabilities.js';

/** How money came in. */
export const PaymentMethod = {
  BANK_TRANSFER: 'BANK_TRANSFER',
  CARD: 'CARD',
  CASH: 'CASH',
  CHEQUE: 'CHEQUE',
  OTHER: 'OTHER',
} as const;
export type PaymentMethod = keyof typeof PaymentMethod;

declareEnum(PaymentMethod, 'PaymentMethod', whoMay('READ_INVOICES'), 'How money came in.', {
  BANK_TRANSFER: 'Bank transfer.',
  CARD: 'Card.',
  CASH: 'Cash.',
  CHEQUE: 'Cheque.',
  OTHER: 'Some other way.',
});
