import type { Condition } from '../../database/reader.js';
import { type InvoiceStatus, UNPAID } from './invoice-status.js';

/** The conditions under which an invoice stands so on that day. */
export function standing(status: InvoiceStatus, day: string): Condition[] {
  if (status === 'OVERDUE')
    return [
      { property: 'status', in: UNPAID },
      { property: 'dueOn', before: day },
    ];
  const stored: Condition = { property: 'status', in: [status] };
  return UNPAID.some((each) => each === status)
    ? [stored, { property: 'dueOn', notBefore: day }]
    : [stored];
}
