import { type Capability, whoMay } from '../domain/staff/capabilities.js';
import { declareEnum } from '../visibility/declare.js';

/** Every kind of mail, with the capability that somebody needs to send one of it again. */
export const EMAIL_KINDS = {
  SHARE: 'SHARE',
  MESSAGES_TO_CLIENT: 'MESSAGE_CLIENTS',
  MESSAGES_TO_STAFF: 'MESSAGE_CLIENTS',
  INVOICE: 'WRITE_INVOICES',
  QUOTE: 'WRITE_SALES',
  QUOTE_ANSWER: 'WRITE_SALES',
  NEW_ENQUIRY: 'WRITE_SALES',
  ENQUIRY_REPLY: 'WRITE_SALES',
  ENQUIRY_DECLINED: 'WRITE_SALES',
} as const satisfies Record<string, Capability>;

export type EmailKind = keyof typeof EMAIL_KINDS;

/** The same as a GraphQL enum. */
export const EmailKindEnum = Object.fromEntries(
  Object.keys(EMAIL_KINDS).map((kind) => [kind, kind]),
) as { [K in EmailKind]: K };

declareEnum(EmailKindEnum, 'EmailKind', whoMay('SHARE'), 'Subject of a mail.', {
  SHARE: 'Link to a shared job, to its client.',
  MESSAGES_TO_CLIENT: 'New messages of the business, to a client.',
  MESSAGES_TO_STAFF: 'New messages of a client, to staff.',
  INVOICE: 'Invoice, to a client.',
  QUOTE: 'Quote, to a client.',
  QUOTE_ANSWER: 'Answer of a client to a quote, to staff.',
  NEW_ENQUIRY: 'New enquiry, to staff.',
  ENQUIRY_REPLY: 'Reply to an enquiry, to the person who asked.',
  ENQUIRY_DECLINED: 'Declined enquiry, to the person who asked.',
});
