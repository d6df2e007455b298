import { recordIdOf } from '../../visibility/copies.js';
import { type DocumentKind, documentPath } from './document-id.js';

/** The fields of a quote or an invoice, live or published, from which the addresses of its documents follow. */
export interface Versioned {
  id: string;
  /** 0 for an invoice that was last sent before versions were stored; missing in what was published then. */
  version?: number;
  status: string;
  paidCents?: number;
}

/** Path of the sent version of a quote, with its acceptance once it is accepted; null for a draft or a withdrawn one. */
export function quotePath(quote: Versioned): string | null {
  if (quote.status === 'WITHDRAWN') return null;
  return pathOf(quote.status === 'ACCEPTED' ? 'accepted-quote' : 'quote', quote);
}

/** Path of the sent version of an invoice; null for a draft. */
export function invoicePath(invoice: Versioned): string | null {
  return pathOf('invoice', invoice);
}

/** Path of the receipt of an invoice; null while nothing is paid. */
export function receiptPath(invoice: Versioned): string | null {
  return (invoice.paidCents ?? 0) > 0 ? pathOf('receipt', invoice) : null;
}

/** Null for a draft, and for an invoice without a stored version. */
function pathOf(kind: DocumentKind, { id, status, version }: Versioned): string | null {
  if (status === 'DRAFT' || !version) return null;
  return documentPath({ kind, subjectId: recordIdOf(id), version });
}
