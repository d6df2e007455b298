/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Language of a client's page and mails. */
export type ClientLanguage =
  /** Arabic, from right to left. */
  | 'AR'
  /** English. */
  | 'EN';

/** Order in which dates are written. */
export type DateOrder =
  /** 31 March 2026. */
  | 'DAY_MONTH_YEAR'
  /** March 31, 2026. */
  | 'MONTH_DAY_YEAR'
  /** 2026 March 31. */
  | 'YEAR_MONTH_DAY';

/** What a client pays with its acceptance of a quote. */
export type DepositChoice =
  /** All of it now: one invoice over the whole quote takes the place of the deposit. */
  | 'ALL'
  /** The deposit now. */
  | 'DEPOSIT'
  /** Nothing now; an invoice for the deposit is made all the same, if the quote asks for one. */
  | 'LATER';

/** Kind of invoice. */
export type InvoiceKind =
  /** Credit note: takes back all or part of an invoice. Its amounts are negative. */
  | 'CREDIT_NOTE'
  /** Deposit on work to come. */
  | 'DEPOSIT'
  /** Invoice for work. */
  | 'INVOICE';

/** Invoice status. */
export type InvoiceStatus =
  /** Draft; not sent. */
  | 'DRAFT'
  /** Due date is over and an amount is owed. */
  | 'OVERDUE'
  /** Fully paid. */
  | 'PAID'
  /** Partly paid. */
  | 'PARTLY_PAID'
  /** Sent; nothing paid. */
  | 'SENT'
  /** Void; nothing is owed. */
  | 'VOID';

/** Job status. */
export type JobStatus =
  /** Job cancelled. */
  | 'CANCELLED'
  /** Work completed. */
  | 'COMPLETED'
  /** Work in progress. */
  | 'IN_PROGRESS'
  /** Created; no visit scheduled yet. */
  | 'NEW'
  /** Work paused. */
  | 'ON_HOLD'
  /** First visit scheduled. */
  | 'SCHEDULED';

/** Sender of a message. */
export type MessageSide =
  /** The business. */
  | 'BUSINESS'
  /** The client. */
  | 'CLIENT';

/** Accent colour of the client's page; each is readable in light and in dark mode. */
export type PageColour =
  /** Blue. */
  | 'BLUE'
  /** Green. */
  | 'GREEN'
  /** Grey. */
  | 'GREY'
  /** Orange. */
  | 'ORANGE'
  /** Pink. */
  | 'PINK'
  /** Purple. */
  | 'PURPLE'
  /** Red. */
  | 'RED'
  /** Teal, the default. */
  | 'TEAL';

/** Whether a photo shows the place before or after the work. */
export type PhotoStage =
  /** Taken after the work. */
  | 'AFTER'
  /** Taken before the work. */
  | 'BEFORE';

/** Quote status. */
export type QuoteStatus =
  /** Accepted by the client. */
  | 'ACCEPTED'
  /** Changes requested by the client. */
  | 'CHANGES_REQUESTED'
  /** Declined by the client. */
  | 'DECLINED'
  /** Draft; not sent. */
  | 'DRAFT'
  /** Last day for acceptance is over. */
  | 'EXPIRED'
  /** Sent; waiting for an answer. */
  | 'SENT'
  /** Replaced by a later version. */
  | 'SUPERSEDED'
  /** Withdrawn by the business; it cannot be answered. */
  | 'WITHDRAWN';

export type PortalJobFragment = { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, progress: { done: number, total: number } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, movedFrom: string | null }>, cancelledVisits: Array<{ id: string, startsAt: string, endsAt: string }>, notes: Array<{ id: string, body: string, createdAt: string }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, stage: PhotoStage | null, createdAt: string, width: number | null, height: number | null, displayUrl: string | null, thumbnailUrl: string | null }>, quotes: Array<{ id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> }> | null, invoices: Array<{ id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> }> | null };

export type PortalInvoiceFragment = { id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> };

export type PortalQuoteFragment = { id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> };

export type PortalContentFragment = { version: number, canPayOnline: boolean, messagesEnabled: boolean, business: { name: string, country: string, phone: string | null, phoneNational: string | null, phoneInternational: string | null, phoneUri: string | null, email: string | null, logoUrl: string | null, timeZone: string, currency: string, dateOrder: DateOrder, taxName: string, pageColour: PageColour }, paymentMethods: Array<{ label: string, details: string }>, client: { id: string, name: string, language: ClientLanguage | null }, messages: Array<{ id: string, from: MessageSide, body: string, sentAt: string }> | null, job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, progress: { done: number, total: number } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, movedFrom: string | null }>, cancelledVisits: Array<{ id: string, startsAt: string, endsAt: string }>, notes: Array<{ id: string, body: string, createdAt: string }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, stage: PhotoStage | null, createdAt: string, width: number | null, height: number | null, displayUrl: string | null, thumbnailUrl: string | null }>, quotes: Array<{ id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> }> | null, invoices: Array<{ id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> }> | null } | null, quote: { id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> } | null, invoice: { id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> } | null };

export type PortalPageQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalPageQuery = { portal: { version: number, canPayOnline: boolean, messagesEnabled: boolean, business: { name: string, country: string, phone: string | null, phoneNational: string | null, phoneInternational: string | null, phoneUri: string | null, email: string | null, logoUrl: string | null, timeZone: string, currency: string, dateOrder: DateOrder, taxName: string, pageColour: PageColour }, paymentMethods: Array<{ label: string, details: string }>, client: { id: string, name: string, language: ClientLanguage | null }, messages: Array<{ id: string, from: MessageSide, body: string, sentAt: string }> | null, job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, progress: { done: number, total: number } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, movedFrom: string | null }>, cancelledVisits: Array<{ id: string, startsAt: string, endsAt: string }>, notes: Array<{ id: string, body: string, createdAt: string }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, stage: PhotoStage | null, createdAt: string, width: number | null, height: number | null, displayUrl: string | null, thumbnailUrl: string | null }>, quotes: Array<{ id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> }> | null, invoices: Array<{ id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> }> | null } | null, quote: { id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> } | null, invoice: { id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> } | null } | null };

export type PortalPageChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PortalPageChangedSubscription = { portalChanged: { version: number, canPayOnline: boolean, messagesEnabled: boolean, business: { name: string, country: string, phone: string | null, phoneNational: string | null, phoneInternational: string | null, phoneUri: string | null, email: string | null, logoUrl: string | null, timeZone: string, currency: string, dateOrder: DateOrder, taxName: string, pageColour: PageColour }, paymentMethods: Array<{ label: string, details: string }>, client: { id: string, name: string, language: ClientLanguage | null }, messages: Array<{ id: string, from: MessageSide, body: string, sentAt: string }> | null, job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, progress: { done: number, total: number } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, movedFrom: string | null }>, cancelledVisits: Array<{ id: string, startsAt: string, endsAt: string }>, notes: Array<{ id: string, body: string, createdAt: string }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, stage: PhotoStage | null, createdAt: string, width: number | null, height: number | null, displayUrl: string | null, thumbnailUrl: string | null }>, quotes: Array<{ id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> }> | null, invoices: Array<{ id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> }> | null } | null, quote: { id: string, documentUrl: string | null, number: number, version: number, title: string, status: QuoteStatus, sentAt: string | null, validUntil: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, depositPercent: number | null, depositDueCents: number | null, netCents: number, taxCents: number, totalCents: number, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, quantity: number, unitPriceCents: number, netCents: number }> } | null, invoice: { id: string, documentUrl: string | null, receiptUrl: string | null, kind: InvoiceKind, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, confirmingCents: number | null, refundDueCents: number, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, reversedPayments: Array<{ id: string, amountCents: number, receivedOn: string | null, reversedAt: string }> | null, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number }> } | null } };

export type RecordPortalViewMutationVariables = Exact<{ [key: string]: never; }>;


export type RecordPortalViewMutation = { recordPortalView: boolean };

export type QuoteTotalQueryVariables = Exact<{
  quoteId: string | number;
  version: number;
  optionalLineIds: Array<string | number> | string | number;
}>;


export type QuoteTotalQuery = { quoteTotal: { netCents: number, taxCents: number, totalCents: number, depositDueCents: number } };

export type AcceptQuoteMutationVariables = Exact<{
  quoteId: string | number;
  version: number;
  name: string;
  optionalLineIds?: Array<string | number> | string | number | null | undefined;
  pay?: DepositChoice | null | undefined;
}>;


export type AcceptQuoteMutation = { acceptQuote: { checkoutUrl: string | null, quote: { id: string } | null } };

export type DeclineQuoteMutationVariables = Exact<{
  quoteId: string | number;
  version: number;
  reason?: string | null | undefined;
  key?: string | null | undefined;
}>;


export type DeclineQuoteMutation = { declineQuote: { quote: { id: string } | null } };

export type RequestQuoteChangesMutationVariables = Exact<{
  quoteId: string | number;
  version: number;
  message: string;
  key?: string | null | undefined;
}>;


export type RequestQuoteChangesMutation = { requestQuoteChanges: { quote: { id: string } | null } };

export type SendMessageFromPortalMutationVariables = Exact<{
  jobId: string | number;
  body: string;
  key?: string | null | undefined;
}>;


export type SendMessageFromPortalMutation = { sendMessage: { message: { id: string } } };

export type MarkPortalMessagesReadMutationVariables = Exact<{
  jobId: string | number;
  upTo?: string | number | null | undefined;
}>;


export type MarkPortalMessagesReadMutation = { markMessagesRead: { read: number } };

export type PayInvoiceMutationVariables = Exact<{
  invoiceId: string | number;
}>;


export type PayInvoiceMutation = { payInvoice: { checkoutUrl: string } };

export type OpenPortalLinkMutationVariables = Exact<{
  code: string;
}>;


export type OpenPortalLinkMutation = { openPortalLink: string };

export type RequestPortalLinkMutationVariables = Exact<{
  token: string;
}>;


export type RequestPortalLinkMutation = { requestPortalLink: boolean };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PortalQuoteFragmentDoc = new TypedDocumentString(`
    fragment PortalQuote on Quote {
  id
  documentUrl
  number
  version
  title
  status
  sentAt
  validUntil
  terms
  answeredAt
  answeredBy
  answerMessage
  depositPercent
  depositDueCents
  netCents
  taxCents
  totalCents
  lines {
    id
    description
    groupName
    optional
    chosen
    quantity
    unitPriceCents
    netCents
  }
}
    `, {"fragmentName":"PortalQuote"}) as unknown as TypedDocumentString<PortalQuoteFragment, unknown>;
export const PortalInvoiceFragmentDoc = new TypedDocumentString(`
    fragment PortalInvoice on Invoice {
  id
  documentUrl
  receiptUrl
  kind
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  confirmingCents
  refundDueCents
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  reversedPayments {
    id
    amountCents
    receivedOn
    reversedAt
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
  }
}
    `, {"fragmentName":"PortalInvoice"}) as unknown as TypedDocumentString<PortalInvoiceFragment, unknown>;
export const PortalJobFragmentDoc = new TypedDocumentString(`
    fragment PortalJob on Job {
  id
  number
  title
  description
  siteAddress
  status
  progress {
    done
    total
  }
  visits {
    id
    startsAt
    endsAt
    movedFrom
  }
  cancelledVisits {
    id
    startsAt
    endsAt
  }
  notes {
    id
    body
    createdAt
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    stage
    createdAt
    width
    height
    displayUrl
    thumbnailUrl
  }
  quotes {
    ...PortalQuote
  }
  invoices {
    ...PortalInvoice
  }
}
    fragment PortalInvoice on Invoice {
  id
  documentUrl
  receiptUrl
  kind
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  confirmingCents
  refundDueCents
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  reversedPayments {
    id
    amountCents
    receivedOn
    reversedAt
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
  }
}
fragment PortalQuote on Quote {
  id
  documentUrl
  number
  version
  title
  status
  sentAt
  validUntil
  terms
  answeredAt
  answeredBy
  answerMessage
  depositPercent
  depositDueCents
  netCents
  taxCents
  totalCents
  lines {
    id
    description
    groupName
    optional
    chosen
    quantity
    unitPriceCents
    netCents
  }
}`, {"fragmentName":"PortalJob"}) as unknown as TypedDocumentString<PortalJobFragment, unknown>;
export const PortalContentFragmentDoc = new TypedDocumentString(`
    fragment PortalContent on Portal {
  version
  business {
    name
    country
    phone
    phoneNational
    phoneInternational
    phoneUri
    email
    logoUrl
    timeZone
    currency
    dateOrder
    taxName
    pageColour
  }
  canPayOnline
  paymentMethods {
    label
    details
  }
  client {
    id
    name
    language
  }
  messagesEnabled
  messages {
    id
    from
    body
    sentAt
  }
  job {
    ...PortalJob
  }
  quote {
    ...PortalQuote
  }
  invoice {
    ...PortalInvoice
  }
}
    fragment PortalJob on Job {
  id
  number
  title
  description
  siteAddress
  status
  progress {
    done
    total
  }
  visits {
    id
    startsAt
    endsAt
    movedFrom
  }
  cancelledVisits {
    id
    startsAt
    endsAt
  }
  notes {
    id
    body
    createdAt
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    stage
    createdAt
    width
    height
    displayUrl
    thumbnailUrl
  }
  quotes {
    ...PortalQuote
  }
  invoices {
    ...PortalInvoice
  }
}
fragment PortalInvoice on Invoice {
  id
  documentUrl
  receiptUrl
  kind
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  confirmingCents
  refundDueCents
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  reversedPayments {
    id
    amountCents
    receivedOn
    reversedAt
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
  }
}
fragment PortalQuote on Quote {
  id
  documentUrl
  number
  version
  title
  status
  sentAt
  validUntil
  terms
  answeredAt
  answeredBy
  answerMessage
  depositPercent
  depositDueCents
  netCents
  taxCents
  totalCents
  lines {
    id
    description
    groupName
    optional
    chosen
    quantity
    unitPriceCents
    netCents
  }
}`, {"fragmentName":"PortalContent"}) as unknown as TypedDocumentString<PortalContentFragment, unknown>;
export const PortalPageDocument = new TypedDocumentString(`
    query PortalPage {
  portal {
    ...PortalContent
  }
}
    fragment PortalJob on Job {
  id
  number
  title
  description
  siteAddress
  status
  progress {
    done
    total
  }
  visits {
    id
    startsAt
    endsAt
    movedFrom
  }
  cancelledVisits {
    id
    startsAt
    endsAt
  }
  notes {
    id
    body
    createdAt
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    stage
    createdAt
    width
    height
    displayUrl
    thumbnailUrl
  }
  quotes {
    ...PortalQuote
  }
  invoices {
    ...PortalInvoice
  }
}
fragment PortalInvoice on Invoice {
  id
  documentUrl
  receiptUrl
  kind
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  confirmingCents
  refundDueCents
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  reversedPayments {
    id
    amountCents
    receivedOn
    reversedAt
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
  }
}
fragment PortalQuote on Quote {
  id
  documentUrl
  number
  version
  title
  status
  sentAt
  validUntil
  terms
  answeredAt
  answeredBy
  answerMessage
  depositPercent
  depositDueCents
  netCents
  taxCents
  totalCents
  lines {
    id
    description
    groupName
    optional
    chosen
    quantity
    unitPriceCents
    netCents
  }
}
fragment PortalContent on Portal {
  version
  business {
    name
    country
    phone
    phoneNational
    phoneInternational
    phoneUri
    email
    logoUrl
    timeZone
    currency
    dateOrder
    taxName
    pageColour
  }
  canPayOnline
  paymentMethods {
    label
    details
  }
  client {
    id
    name
    language
  }
  messagesEnabled
  messages {
    id
    from
    body
    sentAt
  }
  job {
    ...PortalJob
  }
  quote {
    ...PortalQuote
  }
  invoice {
    ...PortalInvoice
  }
}`) as unknown as TypedDocumentString<PortalPageQuery, PortalPageQueryVariables>;
export const PortalPageChangedDocument = new TypedDocumentString(`
    subscription PortalPageChanged {
  portalChanged {
    ...PortalContent
  }
}
    fragment PortalJob on Job {
  id
  number
  title
  description
  siteAddress
  status
  progress {
    done
    total
  }
  visits {
    id
    startsAt
    endsAt
    movedFrom
  }
  cancelledVisits {
    id
    startsAt
    endsAt
  }
  notes {
    id
    body
    createdAt
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    stage
    createdAt
    width
    height
    displayUrl
    thumbnailUrl
  }
  quotes {
    ...PortalQuote
  }
  invoices {
    ...PortalInvoice
  }
}
fragment PortalInvoice on Invoice {
  id
  documentUrl
  receiptUrl
  kind
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  confirmingCents
  refundDueCents
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  reversedPayments {
    id
    amountCents
    receivedOn
    reversedAt
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
  }
}
fragment PortalQuote on Quote {
  id
  documentUrl
  number
  version
  title
  status
  sentAt
  validUntil
  terms
  answeredAt
  answeredBy
  answerMessage
  depositPercent
  depositDueCents
  netCents
  taxCents
  totalCents
  lines {
    id
    description
    groupName
    optional
    chosen
    quantity
    unitPriceCents
    netCents
  }
}
fragment PortalContent on Portal {
  version
  business {
    name
    country
    phone
    phoneNational
    phoneInternational
    phoneUri
    email
    logoUrl
    timeZone
    currency
    dateOrder
    taxName
    pageColour
  }
  canPayOnline
  paymentMethods {
    label
    details
  }
  client {
    id
    name
    language
  }
  messagesEnabled
  messages {
    id
    from
    body
    sentAt
  }
  job {
    ...PortalJob
  }
  quote {
    ...PortalQuote
  }
  invoice {
    ...PortalInvoice
  }
}`) as unknown as TypedDocumentString<PortalPageChangedSubscription, PortalPageChangedSubscriptionVariables>;
export const RecordPortalViewDocument = new TypedDocumentString(`
    mutation RecordPortalView {
  recordPortalView
}
    `) as unknown as TypedDocumentString<RecordPortalViewMutation, RecordPortalViewMutationVariables>;
export const QuoteTotalDocument = new TypedDocumentString(`
    query QuoteTotal($quoteId: ID!, $version: Int!, $optionalLineIds: [ID!]!) {
  quoteTotal(
    quoteId: $quoteId
    version: $version
    optionalLineIds: $optionalLineIds
  ) {
    netCents
    taxCents
    totalCents
    depositDueCents
  }
}
    `) as unknown as TypedDocumentString<QuoteTotalQuery, QuoteTotalQueryVariables>;
export const AcceptQuoteDocument = new TypedDocumentString(`
    mutation AcceptQuote($quoteId: ID!, $version: Int!, $name: String!, $optionalLineIds: [ID!], $pay: DepositChoice) {
  acceptQuote(
    quoteId: $quoteId
    version: $version
    name: $name
    optionalLineIds: $optionalLineIds
    pay: $pay
  ) {
    checkoutUrl
    quote {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptQuoteMutation, AcceptQuoteMutationVariables>;
export const DeclineQuoteDocument = new TypedDocumentString(`
    mutation DeclineQuote($quoteId: ID!, $version: Int!, $reason: String, $key: String) {
  declineQuote(quoteId: $quoteId, version: $version, reason: $reason, key: $key) {
    quote {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<DeclineQuoteMutation, DeclineQuoteMutationVariables>;
export const RequestQuoteChangesDocument = new TypedDocumentString(`
    mutation RequestQuoteChanges($quoteId: ID!, $version: Int!, $message: String!, $key: String) {
  requestQuoteChanges(
    quoteId: $quoteId
    version: $version
    message: $message
    key: $key
  ) {
    quote {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RequestQuoteChangesMutation, RequestQuoteChangesMutationVariables>;
export const SendMessageFromPortalDocument = new TypedDocumentString(`
    mutation SendMessageFromPortal($jobId: ID!, $body: String!, $key: String) {
  sendMessage(jobId: $jobId, body: $body, key: $key) {
    message {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SendMessageFromPortalMutation, SendMessageFromPortalMutationVariables>;
export const MarkPortalMessagesReadDocument = new TypedDocumentString(`
    mutation MarkPortalMessagesRead($jobId: ID!, $upTo: ID) {
  markMessagesRead(jobId: $jobId, upTo: $upTo) {
    read
  }
}
    `) as unknown as TypedDocumentString<MarkPortalMessagesReadMutation, MarkPortalMessagesReadMutationVariables>;
export const PayInvoiceDocument = new TypedDocumentString(`
    mutation PayInvoice($invoiceId: ID!) {
  payInvoice(invoiceId: $invoiceId) {
    checkoutUrl
  }
}
    `) as unknown as TypedDocumentString<PayInvoiceMutation, PayInvoiceMutationVariables>;
export const OpenPortalLinkDocument = new TypedDocumentString(`
    mutation OpenPortalLink($code: String!) {
  openPortalLink(code: $code)
}
    `) as unknown as TypedDocumentString<OpenPortalLinkMutation, OpenPortalLinkMutationVariables>;
export const RequestPortalLinkDocument = new TypedDocumentString(`
    mutation RequestPortalLink($token: String!) {
  requestPortalLink(token: $token)
}
    `) as unknown as TypedDocumentString<RequestPortalLinkMutation, RequestPortalLinkMutationVariables>;