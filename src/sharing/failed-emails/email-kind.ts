import { type Capability, rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';

/** Email kinds, with the capability that is required to send one again. */
export const EMAIL_KINDS = {
  SHARE: 'SHARE',
  NEW_LINK: 'SHARE',
  MESSAGES_TO_CLIENT: 'MESSAGE_CLIENTS',
  MESSAGES_TO_STAFF: 'MESSAGE_CLIENTS',
  VISITS_TO_STAFF: 'WRITE_JOBS',
  INVOICE: 'WRITE_INVOICES',
  CARD_PAYMENT_TO_CLIENT: 'WRITE_INVOICES',
  CARD_PAYMENT_TO_STAFF: 'WRITE_INVOICES',
  QUOTE: 'WRITE_SALES',
  REMINDER: 'WRITE_SALES',
  QUOTE_ANSWER: 'WRITE_SALES',
  QUOTE_ACCEPTED: 'WRITE_SALES',
  QUOTE_REOPENED: 'WRITE_SALES',
  NEW_ENQUIRY: 'ANSWER_ENQUIRIES',
  ENQUIRY_REPLY: 'ANSWER_ENQUIRIES',
  ENQUIRY_DECLINED: 'ANSWER_ENQUIRIES',
  INVITATION: 'MANAGE_STAFF',
  PASSWORD_RESET: 'MANAGE_STAFF',
  PASSWORD_CHANGED: 'MANAGE_STAFF',
  EMAIL_CHANGE: 'MANAGE_STAFF',
  EMAIL_CHANGED: 'MANAGE_STAFF',
  SECOND_FACTOR_RESET: 'MANAGE_STAFF',
  WEBHOOK_DISABLED: 'SWITCH_PORTAL',
} as const satisfies Record<string, Capability>;

export type EmailKind = keyof typeof EMAIL_KINDS;

/** GraphQL enum of the email kinds. */
export const EmailKindEnum = Object.fromEntries(
  Object.keys(EMAIL_KINDS).map((kind) => [kind, kind]),
) as { [K in EmailKind]: K };

declareEnum(EmailKindEnum, 'EmailKind', rolesWith('WRITE_SALES'), 'Email kind.', {
  SHARE: 'Link to a shared job, to the client.',
  NEW_LINK: 'New link to a page, which the client asked for.',
  MESSAGES_TO_CLIENT: 'New messages of the business, to the client.',
  MESSAGES_TO_STAFF: 'New messages of the client, to staff.',
  VISITS_TO_STAFF: 'Changes of their visits, to a staff member.',
  INVOICE: 'Invoice, to the client.',
  CARD_PAYMENT_TO_CLIENT: 'Receipt or refund of an online payment, to the client.',
  CARD_PAYMENT_TO_STAFF: 'News of an online payment, to staff.',
  QUOTE: 'Quote, to the client.',
  REMINDER: 'Reminder of unpaid invoices and open quotes, to the client.',
  QUOTE_ANSWER: 'Answer of the client to a quote, to staff.',
  QUOTE_ACCEPTED: 'Copy of an accepted quote, to the client.',
  QUOTE_REOPENED: 'Notice that an acceptance was taken back, to the client.',
  NEW_ENQUIRY: 'New enquiry, to staff.',
  ENQUIRY_REPLY: 'Reply to an enquiry, to its sender.',
  ENQUIRY_DECLINED: 'Refusal of an enquiry, to its sender.',
  INVITATION: 'Invitation to join the staff.',
  PASSWORD_RESET: 'Link for a new password, to staff.',
  PASSWORD_CHANGED: 'Notice of a changed password, to staff.',
  EMAIL_CHANGE: 'Link to confirm a new email address, to staff.',
  EMAIL_CHANGED: 'Notice of a changed email address, to its old address.',
  SECOND_FACTOR_RESET: 'Notice that a second factor was reset, to staff.',
  WEBHOOK_DISABLED: 'Notice that a webhook endpoint was switched off, to staff.',
});
