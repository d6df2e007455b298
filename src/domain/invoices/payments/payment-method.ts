import { rolesWith } from '../../../visibility/capabilities.js';
import { declareEnum } from '../../../visibility/declare/enums.js';

export const PaymentMethod = {
  BANK_TRANSFER: 'BANK_TRANSFER',
  CARD: 'CARD',
  CARD_ONLINE: 'CARD_ONLINE',
  CASH: 'CASH',
  CHEQUE: 'CHEQUE',
  OTHER: 'OTHER',
} as const;
export type PaymentMethod = keyof typeof PaymentMethod;

declareEnum(PaymentMethod, 'PaymentMethod', rolesWith('READ_INVOICES'), 'Payment method.', {
  BANK_TRANSFER: 'Bank transfer.',
  CARD: 'Card.',
  CARD_ONLINE: "Card or another way, on the client's page; recorded automatically.",
  CASH: 'Cash.',
  CHEQUE: 'Cheque.',
  OTHER: 'Other method.',
});
