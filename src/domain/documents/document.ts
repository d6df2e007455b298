import type { PrintedDocument } from '../../documents/printed-document.js';
import type { DocumentId } from './document-id.js';
import { type FrozenVersion, frozenInvoice, frozenQuote, type Query } from './frozen.js';
import { printInvoice } from './print-invoice.js';
import { printQuote } from './print-quote.js';
import { printReceipt } from './print-receipt.js';

/** A document ready for typesetting, except for its logo. */
export interface ReadyDocument {
  printed: Omit<PrintedDocument, 'logo'>;
  /** Path of the seller's logo when the version was sent. */
  logoUrl: string | null;
  /** Without any text of a person, so that it is safe in a header. */
  filename: string;
}

/** Reads the frozen content of a document of a business; null if there is none. */
export async function readDocument(
  query: Query,
  businessId: string,
  id: DocumentId,
): Promise<ReadyDocument | null> {
  return id.kind === 'quote' || id.kind === 'accepted-quote'
    ? readQuote(query, businessId, id)
    : readInvoice(query, businessId, id);
}

async function readQuote(
  query: Query,
  businessId: string,
  id: DocumentId,
): Promise<ReadyDocument | null> {
  const quote = await frozenQuote(query, businessId, id);
  const isAcceptance = id.kind === 'accepted-quote';
  if (!quote || (isAcceptance && !quote.acceptance)) return null;
  return ready(id, quote, printQuote(quote, isAcceptance ? quote.acceptance : null));
}

async function readInvoice(
  query: Query,
  businessId: string,
  id: DocumentId,
): Promise<ReadyDocument | null> {
  const invoice = await frozenInvoice(query, businessId, id);
  if (!invoice) return null;
  const printed = id.kind === 'receipt' ? printReceipt(invoice) : printInvoice(invoice);
  return printed && ready(id, invoice, printed);
}

function ready(
  { kind }: DocumentId,
  { number, seller, version }: FrozenVersion,
  printed: ReadyDocument['printed'],
): ReadyDocument {
  const suffix = version > 1 ? `-v${version}` : '';
  return { printed, logoUrl: seller.logoUrl, filename: `${kind}-${number}${suffix}.pdf` };
}
