import type { Place } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { dayInWords } from '../business/day-in-words.js';
import { money } from '../money/in-words.js';
import type { InvoiceKind } from './invoice-kind.js';
import { invoiceName } from './invoice-name.js';
import type { StoredInvoiceStatus } from './invoice-status.js';

/** Name and title of an invoice: "Invoice 12: Roof repair". */
export function invoiceLabel(
  { kind, number, title }: { kind: InvoiceKind; number: number; title: string },
  language?: string | null,
): string {
  const { items, names } = mailTexts(language);
  return items.titled(invoiceName({ kind, number }, names), title);
}

/**
 * Reason why the job's client must not see an invoice, or null. A client sees only invoices that were sent
 * while the portal was on.
 */
export function hiddenReason(
  invoice: { status: StoredInvoiceStatus; sentOnPortal: boolean; clientId: string | null },
  job: { clientId: string | null },
): string | null {
  if (invoice.status === 'DRAFT') return 'It is a draft; send the invoice first.';
  if (invoice.status === 'VOID') return 'It is void; make a new invoice for what is to be paid.';
  if (invoice.clientId !== job.clientId)
    return 'It was sent to another client than the job has now.';
  if (invoice.sentOnPortal) return null;
  return 'It was sent while the Client Portal was off; switch the portal on and send it again.';
}

const STATUS_WORDS: Record<StoredInvoiceStatus, string> = {
  DRAFT: 'draft',
  // The prompt shows beside it whether the client has the invoice.
  SENT: '',
  PARTLY_PAID: 'partly paid',
  PAID: 'paid',
  VOID: 'void',
};

/** Summary of an invoice in a prompt: "$1,320.00, partly paid, $320.00 to pay by 31 March 2026". */
export function invoiceSummary(
  invoice: {
    kind: InvoiceKind;
    status: StoredInvoiceStatus;
    totalCents: number;
    creditedCents: number;
    owedCents: number;
    dueOn: string | null;
  },
  place: Place,
): string {
  const { kind, status, totalCents, creditedCents, owedCents, dueOn } = invoice;
  const total = money(totalCents, place);
  // Nothing is paid on a credit note, and nothing was on what was credited whole.
  const isSettledByCredit =
    kind === 'CREDIT_NOTE' || (totalCents > 0 && creditedCents >= totalCents);
  const words = isSettledByCredit && status === 'PAID' ? '' : STATUS_WORDS[status];
  const parts = words ? [total, words] : [total];
  if (creditedCents > 0) parts.push(`${money(creditedCents, place)} credited`);
  if (owedCents === 0) return parts.join(', ');
  const until = dueOn ? ` by ${dayInWords(dueOn, place)}` : '';
  return [...parts, `${money(owedCents, place)} to pay${until}`].join(', ');
}
