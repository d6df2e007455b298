import { andClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare.js';
import { whoMay } from '../staff/capabilities.js';

/** What is stored of where an invoice stands. Being overdue is not: it comes about without anybody doing anything. */
export const StoredInvoiceStatus = {
  DRAFT: 'DRAFT',
  SENT: 'SENT',
  PARTLY_PAID: 'PARTLY_PAID',
  PAID: 'PAID',
  VOID: 'VOID',
} as const;
export type StoredInvoiceStatus = keyof typeof StoredInvoiceStatus;

export const InvoiceStatus = { ...StoredInvoiceStatus, OVERDUE: 'OVERDUE' } as const;
export type InvoiceStatus = keyof typeof InvoiceStatus;

declareEnum(
  InvoiceStatus,
  'InvoiceStatus',
  andClient(whoMay('READ_INVOICES')),
  'Where an invoice stands.',
  {
    DRAFT: 'Being written.',
    SENT: 'Out, and nothing is paid yet.',
    PARTLY_PAID: 'Some of it is paid.',
    PAID: 'All of it is paid.',
    OVERDUE: 'The day on which it was due is over, and some of it is not paid.',
    VOID: 'No longer meant: nothing is to be paid.',
  },
);

/** Those that wait for money, and so can be overdue. */
export const UNPAID: readonly StoredInvoiceStatus[] = ['SENT', 'PARTLY_PAID'];

/** Where an invoice stands on a day of the business's calendar; it is due until the end of its last day. */
export function statusOn(
  day: string,
  { status, dueOn }: { status: StoredInvoiceStatus; dueOn: string | null },
): InvoiceStatus {
  const isLate = dueOn !== null && dueOn < day;
  return isLate && UNPAID.includes(status) ? InvoiceStatus.OVERDUE : status;
}

/** `statusOn` in SQL. */
export function statusInSql(invoice: string, today: string): string {
  const unpaid = UNPAID.map((each) => `'${each}'`).join(', ');
  return (
    `case when ${invoice}.status in (${unpaid}) and ${invoice}.due_on < ${today} ` +
    `then 'OVERDUE' else ${invoice}.status end`
  );
}
