import type { PrintedDocument, PrintedFact } from '../../documents/printed-document.js';
import { dayInWords } from '../business/day-in-words.js';
import type { FrozenInvoice } from './frozen.js';
import {
  commonParts,
  footerOf,
  isTaxed,
  lineInWords,
  reducedRateSection,
  saysTaxInvoice,
  totalsInWords,
} from './words.js';

/**
 * A sent version of an invoice, a deposit or a credit note on paper, with what the laws on tax invoices ask for. What
 * was paid is on the receipt, since a payment makes no new version. The logo is added by the caller.
 */
export function printInvoice(invoice: FrozenInvoice): Omit<PrintedDocument, 'logo'> {
  const kind = kindInWords(invoice);
  return {
    ...commonParts(invoice),
    frozenAtMs: new Date(invoice.sentAt).getTime(),
    kind,
    facts: factsOf(invoice),
    banner: null,
    ...linesAndTotals(invoice),
    sections: [
      ...reducedRateSection(invoice, invoice.lines),
      ...(invoice.creditReason ? [{ heading: 'Reason', paragraphs: [invoice.creditReason] }] : []),
      ...howToPay(invoice),
    ],
    footer: footerOf(invoice, kind),
  };
}

/** Lines and totals; those of a credit note without their sign, since it says "credited". */
export function linesAndTotals(invoice: FrozenInvoice): Pick<PrintedDocument, 'groups' | 'totals'> {
  const isCredit = invoice.kind === 'CREDIT_NOTE';
  const sign = isCredit ? -1 : 1;
  const label = isCredit ? 'Total credited' : 'Total';
  return {
    groups: [
      { heading: null, lines: invoice.lines.map((line) => lineInWords(invoice, line, sign)) },
    ],
    totals: totalsInWords(invoice, invoice.taxes, { label, sign }),
  };
}

/** Kind in the words of the law: "Tax invoice" only for a seller that charges tax under its number. */
function kindInWords(invoice: FrozenInvoice): string {
  const isTaxDocument = isTaxed(invoice, invoice.taxes) && saysTaxInvoice(invoice);
  if (invoice.kind === 'CREDIT_NOTE')
    return isTaxDocument && invoice.seller.country === 'AU' ? 'Adjustment note' : 'Credit note';
  if (isTaxDocument) return 'Tax invoice';
  return invoice.kind === 'DEPOSIT' ? 'Deposit invoice' : 'Invoice';
}

function factsOf(invoice: FrozenInvoice): PrintedFact[] {
  const { creditedInvoiceNumber, dueOn, issuedOn, kind, number, version } = invoice;
  const isCredit = kind === 'CREDIT_NOTE';
  return [
    { label: isCredit ? 'Credit note number' : 'Invoice number', value: String(number) },
    ...(version > 1 ? [{ label: 'Version', value: String(version) }] : []),
    ...(kind === 'DEPOSIT' ? [{ label: 'For', value: 'Deposit' }] : []),
    ...(isCredit ? [{ label: 'Credit for invoice', value: String(creditedInvoiceNumber) }] : []),
    { label: 'Date of issue', value: dayInWords(issuedOn, invoice) },
    // The date of issue, if the invoice follows within 14 days of the work.
    ...(isVatInvoice(invoice)
      ? [{ label: 'Tax point', value: dayInWords(issuedOn, invoice) }]
      : []),
    ...(dueOn && !isCredit ? [{ label: 'Due', value: dayInWords(dueOn, invoice) }] : []),
  ];
}

/** An invoice of the United Kingdom, which must name the tax point. */
function isVatInvoice(invoice: FrozenInvoice): boolean {
  const { kind, seller, taxes } = invoice;
  return seller.country === 'GB' && kind !== 'CREDIT_NOTE' && isTaxed(invoice, taxes);
}

function howToPay({ kind, seller, totalCents }: FrozenInvoice) {
  if (kind === 'CREDIT_NOTE' || totalCents <= 0 || seller.paymentInstructions.length === 0)
    return [];
  const paragraphs = seller.paymentInstructions.map(({ details, label }) => `${label}: ${details}`);
  return [{ heading: 'How to pay', paragraphs }];
}
