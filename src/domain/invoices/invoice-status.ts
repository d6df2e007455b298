import type { Condition } from '../../database/reader/reader.js';
import { andClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';

/** Stored statuses. OVERDUE is not stored: it depends on the calendar day. */
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
  andClient(rolesWith('READ_INVOICES')),
  'Invoice status.',
  {
    DRAFT: 'Draft; not sent.',
    SENT: 'Sent; nothing paid.',
    PARTLY_PAID: 'Partly paid.',
    PAID: 'Fully paid.',
    OVERDUE: 'Due date is over and an amount is owed.',
    VOID: 'Void; nothing is owed.',
  },
);

/** Statuses with an amount owed, which can become OVERDUE. */
export const UNPAID: readonly StoredInvoiceStatus[] = ['SENT', 'PARTLY_PAID'];

/** Status of an invoice on a calendar day at the business; it is overdue from the day after its due date. */
export function statusOn(
  { status, dueOn }: { status: StoredInvoiceStatus; dueOn: string | null },
  day: string,
): InvoiceStatus {
  const isLate = dueOn !== null && dueOn < day;
  return isLate && UNPAID.includes(status) ? InvoiceStatus.OVERDUE : status;
}

/** `statusOn` in SQL. */
export function statusInSql(invoice: string, today: string): string {
  const unpaid = UNPAID.map((status) => `'${status}'`).join(', ');
  return (
    `case when ${invoice}.status in (${unpaid}) and ${invoice}.due_on < ${today} ` +
    `then 'OVERDUE' else ${invoice}.status end`
  );
}

/** Conditions for invoices that have this status on a calendar day: OVERDUE is computed, not stored. */
export function invoicesWithStatus(status: InvoiceStatus, day: string): Condition[] {
  if (status === 'OVERDUE')
    return [
      { property: 'status', in: UNPAID },
      { property: 'dueOn', before: day },
    ];
  const stored: Condition = { property: 'status', in: [status] };
  return UNPAID.some((unpaid) => unpaid === status)
    ? [stored, { property: 'dueOn', notBefore: day }]
    : [stored];
}
