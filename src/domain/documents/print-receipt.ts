import type { PrintedDocument, PrintedTotal } from '../../documents/printed-document.js';
import { dayInWords } from '../business/day-in-words.js';
import { inSentence, invoiceNoun } from '../invoices/invoice-name.js';
import { sum } from '../money/totals.js';
import type { FrozenInvoice, FrozenPayment } from './frozen.js';
import { linesAndTotals } from './print-invoice.js';
import { amountIn, commonParts, footerOf, reducedRateSection } from './words.js';

const METHODS: Record<string, string> = {
  BANK_TRANSFER: 'bank transfer',
  CARD: 'card',
  CARD_ONLINE: 'card, online',
  CASH: 'cash',
  CHEQUE: 'cheque',
};

/** The receipt for the payments of an invoice so far. Null when nothing is paid. The logo is added by the caller. */
export function printReceipt(invoice: FrozenInvoice): Omit<PrintedDocument, 'logo'> | null {
  const last = invoice.payments.at(-1);
  if (!last) return null;
  const { groups, totals } = linesAndTotals(invoice);
  const heading = `Receipt for ${inSentence(invoiceNoun(invoice))}`;
  const paidCents = sum(invoice.payments.map(({ amountCents }) => amountCents));
  const isPaid = paidCents >= invoice.totalCents;
  return {
    ...commonParts(invoice),
    frozenAtMs: Date.parse(last.recordedAt),
    kind: 'Receipt',
    facts: [
      { label: heading, value: String(invoice.number) },
      { label: 'Date of invoice', value: dayInWords(invoice.issuedOn, invoice) },
    ],
    // What is still owed depends on credits too, which are documents of their own.
    banner: `${isPaid ? 'Paid in full' : `Received: ${amountIn(invoice, paidCents)}`}, thank you.`,
    groups,
    totals: [
      ...totals,
      ...invoice.payments.map((payment) => paymentInWords(invoice, payment)),
      { label: 'Paid', value: amountIn(invoice, paidCents), isStrong: true },
    ],
    sections: reducedRateSection(invoice, invoice.lines),
    footer: footerOf(invoice, heading),
  };
}

function paymentInWords(invoice: FrozenInvoice, payment: FrozenPayment): PrintedTotal {
  const { amountCents, method, receivedOn } = payment;
  const day = receivedOn ? ` ${dayInWords(receivedOn, invoice)}` : '';
  const how = method && METHODS[method] ? `, ${METHODS[method]}` : '';
  return { label: `Received${day}${how}`, value: amountIn(invoice, amountCents) };
}
