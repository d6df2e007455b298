import type { InvoiceKind } from './invoice-kind.js';

/** What an invoice is called by. What was published before there were kinds has none. */
export interface InvoiceToName {
  kind?: InvoiceKind | null;
  /** Part of its quote that it is for; known to staff and to mails. */
  quotePercent?: number | null;
}

const KIND_WORDS: Record<InvoiceKind, string> = {
  INVOICE: 'Invoice',
  DEPOSIT: 'Deposit invoice',
  CREDIT_NOTE: 'Credit note',
};

/** Kind of an invoice in words: "Invoice", "Progress invoice", "Deposit invoice" or "Credit note". */
export function invoiceNoun({ kind, quotePercent }: InvoiceToName): string {
  const isPart = typeof quotePercent === 'number' && quotePercent < 100;
  return (kind ?? 'INVOICE') === 'INVOICE' && isPart
    ? 'Progress invoice'
    : KIND_WORDS[kind ?? 'INVOICE'];
}

/** Kind and number of an invoice: "Credit note 13". */
export function invoiceName(invoice: InvoiceToName & { number: number }): string {
  return `${invoiceNoun(invoice)} ${invoice.number}`;
}

/** A name within a sentence: "credit note 13" of "Credit note 13". */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
