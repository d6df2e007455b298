import { isolated } from '../../../design/text/isolated';
import type { InvoiceKind } from '../../../gen/operations';

const KINDS: Record<InvoiceKind, string> = {
  INVOICE: 'Invoice',
  DEPOSIT: 'Deposit invoice',
  CREDIT_NOTE: 'Credit note',
};

/** Words of the pages of invoices. */
export const invoiceStrings = {
  named: (kind: InvoiceKind, number: number, title: string) =>
    `${KINDS[kind]} ${number}, ${isolated(title)}`,
  credited: 'Credited',
  paid: 'Paid',
  stillOwed: 'Owed',
  hint: 'An invoice of a job or of a quote is made on its job.',
  ownLines: 'Lines of your own',
  percent: 'How much of the quote, in per cent',
  invoicedAlready: 'Invoiced already',
  partOfQuote: (percent: number) => `${percent} % of the quote`,
  again: 'Invoice all of it once more',
  edit: 'Change',
  editDraftHint: 'It is a draft: nobody has it yet.',
  editSentHint: 'The client keeps what it has until you send the invoice again.',
  revisionHint: (total: string) =>
    `It was changed and not sent since: the client has the earlier version. With the changes the total is ${total}.`,
  discard: 'Discard changes',
  words: 'Words of the email',
  subject: 'Subject (optional)',
  message: 'Message to the client (optional)',
  refundDue: (amount: string) =>
    `The client has paid ${amount} too much. Pay it back and reverse the payment, recording what you keep as a new one, or take it off the next invoice with a line of its own.`,
  credit: 'Credit',
  creditHint: 'Makes a credit note with these lines and mails it to the client.',
  creditReason: 'Reason, as the client reads it',
  creditLine: (description: string) => `Credit ${isolated(description)}`,
  creditQuantity: (description: string) => `Quantity to credit of ${isolated(description)}`,
  creditHandedOver: 'I hand it over myself; send no email',
  sendCredit: 'Credit and send',
  creditNotes: 'Credit notes',
  creditOf: (number: number) => `For invoice ${number}`,
  reason: (reason: string) => `Reason: ${isolated(reason)}`,
  version: (version: number) => `Version ${version}`,
  reference: 'Reference (optional)',
  taxOfRate: (name: string, percent: number, net: string) => `${name} ${percent} % of ${net}`,
};
