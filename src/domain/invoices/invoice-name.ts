import { english } from '../../texts/en/mail/index.js';
import type { InvoiceKind } from './invoice-kind.js';

/** What an invoice is called by. What was published before there were kinds has none. */
export interface InvoiceToName {
  kind?: InvoiceKind | null;
  /** Part of its quote that it is for; known to staff and to mails. */
  quotePercent?: number | null;
}

/** What invoices are called by in a language. */
type Names = typeof english.names;

/** Kind of an invoice in words: "Invoice", "Progress invoice", "Deposit invoice" or "Credit note". */
export function invoiceNoun({ kind, quotePercent }: InvoiceToName, names?: Names): string {
  const { invoice } = names ?? english.names;
  const isPart = typeof quotePercent === 'number' && quotePercent < 100;
  return (kind ?? 'INVOICE') === 'INVOICE' && isPart
    ? invoice.PROGRESS
    : invoice[kind ?? 'INVOICE'];
}

/** Kind and number of an invoice: "Credit note 13". */
export function invoiceName(invoice: InvoiceToName & { number: number }, names?: Names): string {
  return (names ?? english.names).numbered(invoiceNoun(invoice, names), invoice.number);
}

/** A name within a sentence: "credit note 13" of "Credit note 13". */
export function inSentence(name: string, names?: Names): string {
  return (names ?? english.names).inSentence(name);
}
