import type { Place } from '../../sharing/shareable.js';
import { dayInWords } from '../business/day-in-words.js';
import { money } from '../money/in-words.js';
import type { StoredInvoiceStatus } from './invoice-status.js';

const STATES: Record<StoredInvoiceStatus, string> = {
  DRAFT: 'draft',
  // Whether the client has it is told beside it: the words say what is to be paid.
  SENT: '',
  PARTLY_PAID: 'partly paid',
  PAID: 'paid',
  VOID: 'void',
};

/** What a prompt says of an invoice: "$1,320.00, partly paid, $320.00 to pay by 31 March 2026". */
export function invoiceWords(
  invoice: {
    status: StoredInvoiceStatus;
    totalCents: number;
    owedCents: number;
    dueOn: string | null;
  },
  place: Place,
): string {
  const { status, totalCents, owedCents, dueOn } = invoice;
  const total = money(totalCents, place);
  const parts = status === 'SENT' ? [total] : [total, STATES[status]];
  if (owedCents === 0) return parts.join(', ');
  const until = dueOn ? ` by ${dayInWords(dueOn)}` : '';
  return [...parts, `${money(owedCents, place)} to pay${until}`].join(', ');
}
