import type { Place } from '../../sharing/shareable.js';
import { money } from '../money/in-words.js';
import type { StoredInvoiceStatus } from './invoice-status.js';

/** What a prompt says of an invoice: "$1,320.00, partly paid, $320.00 to pay by 2026-03-31". */
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
  const stands = `${money(totalCents, place)}, ${status.toLowerCase().replace('_', ' ')}`;
  if (owedCents === 0) return stands;
  return `${stands}, ${money(owedCents, place)} to pay${dueOn ? ` by ${dueOn}` : ''}`;
}
