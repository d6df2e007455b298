import { andClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';

export const InvoiceKind = {
  INVOICE: 'INVOICE',
  DEPOSIT: 'DEPOSIT',
  CREDIT_NOTE: 'CREDIT_NOTE',
} as const;
export type InvoiceKind = keyof typeof InvoiceKind;

declareEnum(InvoiceKind, 'InvoiceKind', andClient(rolesWith('READ_INVOICES')), 'Kind of invoice.', {
  INVOICE: 'Invoice for work.',
  DEPOSIT: 'Deposit on work to come.',
  CREDIT_NOTE: 'Credit note: takes back all or part of an invoice. Its amounts are negative.',
});
