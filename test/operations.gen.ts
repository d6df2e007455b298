/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Material used on a job. */
export type AddMaterialInput = {
  /** On which job. */
  jobId: string | number;
  /** What it is. At most 200 characters. */
  name: string;
  /** How many, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number;
  /** What one cost the business, in cents. From 0 to 100,000,000. */
  unitCostCents?: number;
};

/** A remark to add to a job. */
export type AddNoteInput = {
  /** What it says. At most 10,000 characters. */
  body: string;
  /** Whether it is for the team only; an internal note can never be shared. */
  internal?: boolean;
  /** To which job. */
  jobId: string | number;
};

/** A photo to add to a job. */
export type AddPhotoInput = {
  /** What it shows. At most 500 characters. */
  caption?: string | null | undefined;
  /** To which job. */
  jobId: string | number;
  /** What POST /photos answered for the picture. Without it the photo is a caption only: it has no sizes, and its addresses are null. */
  uploadId?: string | number | null | undefined;
  /** The visit on which it was taken. */
  visitId?: string | number | null | undefined;
};

/** Somebody who starts to work for the business. */
export type AddStaffMemberInput = {
  /** What they sign in with; nobody else may sign in with it. At most 254 characters. */
  email: string;
  /** What an hour of their work costs, in cents. From 0 to 100,000,000. */
  hourlyCostCents?: number;
  /** Full name. At most 200 characters. */
  name: string;
  /** Their first password, 12 to 200 characters; they can change it. */
  password: string;
  /** Phone number for colleagues. At most 40 characters. */
  phone?: string | null | undefined;
  /** Decides what they may do. Only owners make owners. */
  role: StaffRole;
};

/** Something to be done on a job. */
export type AddTodoInput = {
  /** On which job. */
  jobId: string | number;
  /** What is to be done. At most 200 characters. */
  title: string;
};

/** A new client: who they are and how to reach them. */
export type CreateClientInput = {
  /** Where portal links are sent; needed before anything can be shared. At most 254 characters. */
  email?: string | null | undefined;
  /** Name of the person or company. At most 200 characters. */
  name: string;
  /** Phone number, international or as dialled in the country of the business. At most 40 characters. */
  phone?: string | null | undefined;
};

/** A new invoice: from a quote of a job, or with lines of its own. */
export type CreateInvoiceInput = {
  /** Last day to pay; 14 days after sending when left out. */
  dueOn?: string | null | undefined;
  /** Remarks for the team; the client never sees them. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** For which job; the quote's job when left out. */
  jobId?: string | number | null | undefined;
  /** What is charged for, unless it comes from a quote. At most 200 items. */
  lines?: Array<InvoiceLineInput> | null | undefined;
  /** A quote of the job, sent or accepted, whose lines and prices are copied. */
  quoteId?: string | number | null | undefined;
  /** What it is for; the client reads it. The title of the quote or job when left out. At most 200 characters. */
  title?: string | null | undefined;
};

/** A new job. */
export type CreateJobInput = {
  /** Staff who work on the job, and so see it. At most 100 items. */
  assigneeIds?: Array<string | number> | null | undefined;
  /** Whom the job is for; can be added later. */
  clientId?: string | number | null | undefined;
  /** What is to be done; the client reads it. At most 10,000 characters. */
  description?: string | null | undefined;
  /** What the team must know and the client never sees. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** Where the work happens. At most 500 characters. */
  siteAddress?: string | null | undefined;
  /** What the job is called; the client reads it. At most 200 characters. */
  title: string;
};

/** A new quote, for a client that exists or one made along with it. */
export type CreateQuoteInput = {
  /** For which client. */
  clientId?: string | number | null | undefined;
  /** Remarks for the team; the client never sees them. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** A job to attach it to at once. */
  jobId?: string | number | null | undefined;
  /** What it is made of. At most 200 items. */
  lines?: Array<QuoteLineInput>;
  /** A client to create along with the quote, instead of clientId. */
  newClient?: CreateClientInput | null | undefined;
  /** What the price is for; the client reads it. At most 200 characters. */
  title: string;
  /** Last day on which it can be accepted. */
  validUntil?: string | null | undefined;
};

/** Where a mail is on its way. */
export type DeliveryStatus =
  /** No longer true, so it was not sent. */
  | 'CANCELLED'
  /** Could not be sent: it was refused for good, or tried many times. */
  | 'FAILED'
  /** Goes out in a moment. */
  | 'QUEUED'
  /** Handed to the mail service. */
  | 'SENT'
  /** Cannot be said yet; tried again by itself. */
  | 'WAITING';

/** Subject of a mail. */
export type EmailKind =
  /** Declined enquiry, to the person who asked. */
  | 'ENQUIRY_DECLINED'
  /** Reply to an enquiry, to the person who asked. */
  | 'ENQUIRY_REPLY'
  /** Invoice, to a client. */
  | 'INVOICE'
  /** New messages of the business, to a client. */
  | 'MESSAGES_TO_CLIENT'
  /** New messages of a client, to staff. */
  | 'MESSAGES_TO_STAFF'
  /** New enquiry, to staff. */
  | 'NEW_ENQUIRY'
  /** Quote, to a client. */
  | 'QUOTE'
  /** Answer of a client to a quote, to staff. */
  | 'QUOTE_ANSWER'
  /** Link to a shared job, to its client. */
  | 'SHARE';

/** Where an enquiry stands. */
export type EnquiryStatus =
  /** Whoever asked is a client now. */
  | 'ACCEPTED'
  /** It has become a quote. */
  | 'CONVERTED'
  /** The business will not do it. */
  | 'DECLINED'
  /** Nobody has answered it yet. */
  | 'NEW'
  /** Somebody has written back. */
  | 'REPLIED';

/** One line of an invoice. */
export type InvoiceLineInput = {
  /** What is charged for; the client reads it. At most 500 characters. */
  description: string;
  /** How many, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number;
  /** Tax in basis points; the business's rate when left out. From 0 to 10,000. */
  taxRateBasisPoints?: number | null | undefined;
  /** Price of one before tax, in cents; less than 0 for a discount. From -100,000,000 to 100,000,000. */
  unitPriceCents: number;
};

/** Where an invoice stands. */
export type InvoiceStatus =
  /** Being written. */
  | 'DRAFT'
  /** The day on which it was due is over, and some of it is not paid. */
  | 'OVERDUE'
  /** All of it is paid. */
  | 'PAID'
  /** Some of it is paid. */
  | 'PARTLY_PAID'
  /** Out, and nothing is paid yet. */
  | 'SENT'
  /** No longer meant: nothing is to be paid. */
  | 'VOID';

/** How far a job is. */
export type JobStatus =
  /** The job will not be done. */
  | 'CANCELLED'
  /** Work is done. */
  | 'COMPLETED'
  /** Work has begun. */
  | 'IN_PROGRESS'
  /** Created; no visit on the calendar yet. */
  | 'NEW'
  /** Work is waiting for something. */
  | 'ON_HOLD'
  /** The first visit is on the calendar. */
  | 'SCHEDULED';

/** An end of a conversation. */
export type MessageSide =
  /** The business. */
  | 'BUSINESS'
  /** The client. */
  | 'CLIENT';

/** How money came in. */
export type PaymentMethod =
  /** Bank transfer. */
  | 'BANK_TRANSFER'
  /** Card. */
  | 'CARD'
  /** Cash. */
  | 'CASH'
  /** Cheque. */
  | 'CHEQUE'
  /** Some other way. */
  | 'OTHER';

/** Why a version of the client view came to be. */
export type PublicationReason =
  /** The client accepted, declined or asked for something. */
  | 'CLIENT_ACTED'
  /** The job is set to keep what is shared in sync. */
  | 'KEPT_IN_SYNC'
  /** A photo's toggle was turned, a quote or an invoice was sent, or a payment recorded or reversed. */
  | 'PUBLISHED_AT_ONCE'
  /** Somebody reviewed the prompt and sent it. */
  | 'SHARED'
  /** Somebody changed or withdrew what an already shared job shows. */
  | 'SHARING_UPDATED';

/** What the client said to a quote. */
export type QuoteAnswerKind =
  /** Yes, as it stands. */
  | 'ACCEPTED'
  /** Not like this; the message says what should change. */
  | 'CHANGES_REQUESTED'
  /** No. */
  | 'DECLINED';

/** One line of a quote. */
export type QuoteLineInput = {
  /** What is charged for; the client reads it. At most 500 characters. */
  description: string;
  /** How many, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number;
  /** Tax in basis points; the business's rate when left out. From 0 to 10,000. */
  taxRateBasisPoints?: number | null | undefined;
  /** What one costs the business, in cents. The client never sees it. From 0 to 100,000,000. */
  unitCostCents?: number | null | undefined;
  /** Price of one before tax, in cents; less than 0 for a discount. From -100,000,000 to 100,000,000. */
  unitPriceCents: number;
};

/** Where a quote stands. */
export type QuoteStatus =
  /** The client said yes. */
  | 'ACCEPTED'
  /** The client asked for changes. */
  | 'CHANGES_REQUESTED'
  /** The client said no. */
  | 'DECLINED'
  /** Being written. */
  | 'DRAFT'
  /** Its last valid day is over. */
  | 'EXPIRED'
  /** Out with the client, waiting for an answer. */
  | 'SENT'
  /** A later version took its place. */
  | 'SUPERSEDED';

/** A visit to put on the calendar. */
export type ScheduleVisitInput = {
  /** Who comes; they see the job from then on. At most 100 items. */
  assigneeIds?: Array<string | number> | null | undefined;
  /** When it ends; after it starts. */
  endsAt: string;
  /** For which job. */
  jobId: string | number;
  /** When it starts. */
  startsAt: string;
};

/** How an item differs from what the client has, or from the last review. */
export type ShareItemChange =
  /** It says something else than what the client has, or than at the last review. */
  | 'CHANGED'
  /** The client still has it; sending takes it away. */
  | 'GONE'
  /** Nobody has reviewed it yet. */
  | 'NEW'
  /** As the client has it, or as it was left out before. */
  | 'UNCHANGED';

/** What can be ticked in a share. */
export type ShareItemKind =
  /** One invoice that was sent. */
  | 'INVOICE'
  /** One note that is not internal. */
  | 'NOTE'
  /** One photo whose toggle is on. */
  | 'PHOTO'
  /** One quote that was sent. */
  | 'QUOTE'
  /** All visits together. */
  | 'SCHEDULE'
  /** How far the job is. */
  | 'STATUS'
  /** One to-do. */
  | 'TODO';

/** Whether the change just made waits to be shared, or why not. */
export type SharePromptStatus =
  /** Nothing that the client could see has changed since the last review. */
  | 'NOTHING_TO_SHARE'
  /** The first visit is not on the calendar yet. */
  | 'NOT_SCHEDULED'
  /** The job has no client. */
  | 'NO_CLIENT_ATTACHED'
  /** The prompt waits: review it and send. */
  | 'PENDING'
  /** The Client Portal is off in Business Settings → Site. */
  | 'PORTAL_DISABLED'
  /** Your role does not share; whoever may will find what you changed. */
  | 'ROLE_CANNOT_SHARE';

/** An answer to a share prompt. */
export type ShareWithClientInput = {
  /** Keys of the ticked items: the whole client view. What is not ticked is withdrawn. At most 5,000 items. */
  items: Array<string | number>;
  /** Which job. */
  jobId: string | number;
  /** A few words for the mail. At most 2,000 characters. */
  message?: string | null | undefined;
  /** The revision of the prompt that was reviewed. From 0 to 2,147,483,647. */
  revision: number;
};

/** What somebody is in the business; decides what they may do. */
export type StaffRole =
  /** Runs the office; everything but owners. */
  | 'ADMIN'
  /** Works on assigned jobs: to-dos, notes and photos. */
  | 'APPRENTICE'
  /** Owns a business with staff; may do everything. */
  | 'BUSINESS_OWNER'
  /** Is the business; may do everything. */
  | 'SOLE_TRADER'
  /** Runs jobs and shares them with clients; sees no costs. */
  | 'SUPERVISOR'
  /** Works on assigned jobs; never sees a share prompt. */
  | 'TRADIE';

/** What somebody asks. Leave an email address, a phone number, or both. */
export type SubmitEnquiryInput = {
  /** Where you can be written to. At most 254 characters. */
  email?: string | null | undefined;
  /** What you need. At most 5,000 characters. */
  message: string;
  /** Your name. At most 200 characters. */
  name: string;
  /** Where you can be called. At most 40 characters. */
  phone?: string | null | undefined;
  /** Where the work would happen. At most 500 characters. */
  siteAddress?: string | null | undefined;
  /** Leave this empty. At most 5,000 characters. */
  website?: string | null | undefined;
};

/** Changes to a client. What is left out stays as it is. */
export type UpdateClientInput = {
  /** Where portal links are sent; null clears it. Changing it revokes the links already sent. At most 254 characters. */
  email?: string | null | undefined;
  /** Which client. */
  id: string | number;
  /** Name of the person or company. At most 200 characters. */
  name?: string | null | undefined;
  /** Phone number; null clears it. At most 40 characters. */
  phone?: string | null | undefined;
};

/** Changes to a job. What is left out stays as it is. */
export type UpdateJobInput = {
  /** Staff who work on the job; replaces those named before. At most 100 items. */
  assigneeIds?: Array<string | number> | null | undefined;
  /** Whom the job is for; null detaches. Changing it revokes the portal links of the job. */
  clientId?: string | number | null | undefined;
  /** What is to be done; null clears it. At most 10,000 characters. */
  description?: string | null | undefined;
  /** Which job. */
  id: string | number;
  /** What the team must know and the client never sees; null clears it. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** Where the work happens; null clears it. At most 500 characters. */
  siteAddress?: string | null | undefined;
  /** What the job is called; the client reads it. At most 200 characters. */
  title?: string | null | undefined;
};

/** Changes to a record of material. What is left out stays as it is. */
export type UpdateMaterialInput = {
  /** Which material. */
  id: string | number;
  /** What it is. At most 200 characters. */
  name?: string | null | undefined;
  /** How many, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number | null | undefined;
  /** What one cost the business, in cents. From 0 to 100,000,000. */
  unitCostCents?: number | null | undefined;
};

/** Changes to a quote. What is left out stays. A quote that was sent becomes a new draft version. */
export type UpdateQuoteInput = {
  /** Which quote. */
  id: string | number;
  /** Remarks for the team. Changing only these makes no new version. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** Its lines; replaces those it had. At most 200 items. */
  lines?: Array<QuoteLineInput> | null | undefined;
  /** What the price is for; the client reads it. At most 200 characters. */
  title?: string | null | undefined;
  /** Last day on which it can be accepted; null for no end. */
  validUntil?: string | null | undefined;
};

/** Changes to somebody. What is left out stays as it is. */
export type UpdateStaffMemberInput = {
  /** What an hour of their work costs, in cents. From 0 to 100,000,000. */
  hourlyCostCents?: number | null | undefined;
  /** Which staff member. */
  id: string | number;
  /** Full name. At most 200 characters. */
  name?: string | null | undefined;
  /** Phone number for colleagues; null clears it. At most 40 characters. */
  phone?: string | null | undefined;
  /** Decides what they may do, from the next request on. */
  role?: StaffRole | null | undefined;
};

/** Changes to a to-do. What is left out stays as it is. */
export type UpdateTodoInput = {
  /** Whether it is done. */
  done?: boolean | null | undefined;
  /** Which to-do. */
  id: string | number;
  /** What is to be done. At most 200 characters. */
  title?: string | null | undefined;
};

/** What must hold, in this order, for a client to see something. */
export type VisibilityStepName =
  /** The job has a client. */
  | 'CLIENT_ATTACHED'
  /** That client has an email address. */
  | 'CLIENT_EMAIL'
  /** The job has had its first visit on the calendar. */
  | 'FIRST_VISIT'
  /** A link of the client works. */
  | 'LINK_WORKS'
  /** The newest mail with a link went out. */
  | 'MAIL_DELIVERED'
  /** The item is there, and may be shown. */
  | 'MAY_BE_SHOWN'
  /** The client has opened the job. */
  | 'OPENED'
  /** The Client Portal is on. */
  | 'PORTAL_ON'
  /** The item is part of what the client sees. */
  | 'SELECTED'
  /** The job was shared with that client. */
  | 'SHARED'
  /** What the client sees is as it is now. */
  | 'UP_TO_DATE';

/** How a step stands. */
export type VisibilityStepState =
  /** It does not hold, and somebody must do something about it. */
  | 'BROKEN'
  /** An earlier step is broken. */
  | 'NOT_REACHED'
  /** It holds. */
  | 'OK'
  /** Not yet, and it comes by itself or is up to the client. */
  | 'WAITING';

export type SubmitEnquiryMutationVariables = Exact<{
  slug: string;
  input: SubmitEnquiryInput;
}>;


export type SubmitEnquiryMutation = { submitEnquiry: { received: boolean } };

export type SwitchEnquiryFormMutationVariables = Exact<{
  on: boolean;
}>;


export type SwitchEnquiryFormMutation = { updateSiteSettings: { business: { enquiryFormEnabled: boolean | null, enquiryFormUrl: string | null } } };

export type WholeEnquiryFragment = { id: string, name: string, email: string | null, phone: string | null, message: string, siteAddress: string | null, status: EnquiryStatus, receivedAt: string, declineReason: string | null, client: { id: string, name: string, email: string | null, phone: string | null } | null, quote: { id: string, title: string, status: QuoteStatus, internalNotes: string | null } | null, replies: Array<{ body: string, sentTo: string, createdAt: string, author: { name: string } | null }> };

export type EnquiriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: EnquiryStatus | null | undefined;
}>;


export type EnquiriesQuery = { enquiries: { nodes: Array<{ id: string, name: string, email: string | null, phone: string | null, message: string, siteAddress: string | null, status: EnquiryStatus, receivedAt: string, declineReason: string | null, client: { id: string, name: string, email: string | null, phone: string | null } | null, quote: { id: string, title: string, status: QuoteStatus, internalNotes: string | null } | null, replies: Array<{ body: string, sentTo: string, createdAt: string, author: { name: string } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EnquiryQueryVariables = Exact<{
  id: string | number;
}>;


export type EnquiryQuery = { enquiry: { id: string, name: string, email: string | null, phone: string | null, message: string, siteAddress: string | null, status: EnquiryStatus, receivedAt: string, declineReason: string | null, client: { id: string, name: string, email: string | null, phone: string | null } | null, quote: { id: string, title: string, status: QuoteStatus, internalNotes: string | null } | null, replies: Array<{ body: string, sentTo: string, createdAt: string, author: { name: string } | null }> } | null };

export type ReplyToEnquiryMutationVariables = Exact<{
  id: string | number;
  body: string;
}>;


export type ReplyToEnquiryMutation = { replyToEnquiry: { enquiry: { id: string, name: string, email: string | null, phone: string | null, message: string, siteAddress: string | null, status: EnquiryStatus, receivedAt: string, declineReason: string | null, client: { id: string, name: string, email: string | null, phone: string | null } | null, quote: { id: string, title: string, status: QuoteStatus, internalNotes: string | null } | null, replies: Array<{ body: string, sentTo: string, createdAt: string, author: { name: string } | null }> } } };

export type AcceptEnquiryMutationVariables = Exact<{
  id: string | number;
}>;


export type AcceptEnquiryMutation = { acceptEnquiry: { enquiry: { id: string, name: string, email: string | null, phone: string | null, message: string, siteAddress: string | null, status: EnquiryStatus, receivedAt: string, declineReason: string | null, client: { id: string, name: string, email: string | null, phone: string | null } | null, quote: { id: string, title: string, status: QuoteStatus, internalNotes: string | null } | null, replies: Array<{ body: string, sentTo: string, createdAt: string, author: { name: string } | null }> } } };

export type DeclineEnquiryMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type DeclineEnquiryMutation = { declineEnquiry: { enquiry: { id: string, name: string, email: string | null, phone: string | null, message: string, siteAddress: string | null, status: EnquiryStatus, receivedAt: string, declineReason: string | null, client: { id: string, name: string, email: string | null, phone: string | null } | null, quote: { id: string, title: string, status: QuoteStatus, internalNotes: string | null } | null, replies: Array<{ body: string, sentTo: string, createdAt: string, author: { name: string } | null }> } } };

export type ConvertEnquiryToQuoteMutationVariables = Exact<{
  id: string | number;
}>;


export type ConvertEnquiryToQuoteMutation = { convertEnquiryToQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, title: string, status: QuoteStatus, totalCents: number, client: { id: string, name: string } | null }, job: { id: string } | null } };

export type ClientsQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClientsQuery = { clients: { nodes: Array<{ id: string, name: string, email: string | null, phone: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ClientWithHistoryQueryVariables = Exact<{
  id: string | number;
}>;


export type ClientWithHistoryQuery = { client: { id: string, name: string, email: string | null, phone: string | null, quotes: Array<{ id: string, title: string }> | null, jobs: Array<{ id: string, title: string }> | null, enquiries: Array<{ id: string, message: string }> | null } | null };

export type JobsOfJobClientQueryVariables = Exact<{
  id: string | number;
}>;


export type JobsOfJobClientQuery = { job: { client: { name: string, quotes: Array<{ id: string }> | null, jobs: Array<{ id: string }> | null, enquiries: Array<{ id: string }> | null } | null } | null };

export type CreateQuoteForClientMutationVariables = Exact<{
  input: CreateQuoteInput;
}>;


export type CreateQuoteForClientMutation = { createQuote: { quote: { id: string, title: string, client: { id: string, name: string, email: string | null, phone: string | null } | null } } };

export type ChangeClientMutationVariables = Exact<{
  input: UpdateClientInput;
}>;


export type ChangeClientMutation = { updateClient: { revokedPortalLinks: number, client: { id: string, name: string, email: string | null, phone: string | null } } };

export type EverythingOfTheBusinessQueryVariables = Exact<{ [key: string]: never; }>;


export type EverythingOfTheBusinessQuery = { business: { name: string, slug: string | null } | null, clients: { nodes: Array<{ id: string, name: string, email: string | null, phone: string | null, enquiries: Array<{ message: string }> | null }> }, enquiries: { nodes: Array<{ name: string, email: string | null, message: string, replies: Array<{ body: string }> }> }, quotes: { nodes: Array<{ id: string, title: string, internalNotes: string | null, client: { name: string } | null }> }, invoices: { nodes: Array<{ id: string, title: string, status: InvoiceStatus, internalNotes: string | null, payments: Array<{ amountCents: number }> | null }> }, sharePrompts: { nodes: Array<{ job: { id: string, title: string }, items: Array<{ label: string }> }> }, staffMembers: Array<{ name: string, email: string }>, portalSwitchOffImpact: { unansweredQuotes: Array<{ label: string }>, unpaidInvoices: Array<{ label: string }>, viewsInLast15Minutes: Array<{ label: string }> } };

export type EveryJobOfTheBusinessQueryVariables = Exact<{ [key: string]: never; }>;


export type EveryJobOfTheBusinessQuery = { jobs: { nodes: Array<{ id: string, title: string, status: JobStatus | null, internalNotes: string | null, client: { name: string } | null, notes: Array<{ body: string, internal: boolean | null }>, todos: Array<{ title: string }>, materials: Array<{ name: string }> | null, visits: Array<{ startsAt: string }>, photos: Array<{ id: string, caption: string | null, displayUrl: string | null }>, quotes: Array<{ id: string, title: string, status: QuoteStatus }> | null, invoices: Array<{ id: string, title: string, status: InvoiceStatus }> | null, messages: Array<{ body: string, from: MessageSide }> | null, publications: Array<{ version: number, itemKeys: Array<string> }> | null }> } };

export type FailedEmailsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FailedEmailsQuery = { failedEmails: { nodes: Array<{ id: string, kind: EmailKind, to: string, status: DeliveryStatus, failure: string | null, createdAt: string, job: { id: string, title: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ResendEmailMutationVariables = Exact<{
  id: string | number;
}>;


export type ResendEmailMutation = { resendEmail: { delivery: { id: string, to: string, status: DeliveryStatus } } };

export type DismissFailedEmailMutationVariables = Exact<{
  id: string | number;
}>;


export type DismissFailedEmailMutation = { dismissFailedEmail: { delivery: { id: string, status: DeliveryStatus, failure: string | null } } };

export type InvoiceForStaffFragment = { id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null };

export type CreateInvoiceMutationVariables = Exact<{
  input: CreateInvoiceInput;
}>;


export type CreateInvoiceMutation = { createInvoice: { sharePromptStatus: SharePromptStatus, invoice: { id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, quote: { id: string } | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type SendInvoiceMutationVariables = Exact<{
  id: string | number;
  handedOver?: boolean | null | undefined;
}>;


export type SendInvoiceMutation = { sendInvoice: { sharePromptStatus: SharePromptStatus, invoice: { id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null }, portalLink: { sentTo: string } | null, deliveries: Array<{ to: string, status: DeliveryStatus }>, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type RecordPaymentMutationVariables = Exact<{
  invoiceId: string | number;
  amountCents: number;
  receivedOn?: string | null | undefined;
  method?: PaymentMethod | null | undefined;
  reference?: string | null | undefined;
  key?: string | null | undefined;
}>;


export type RecordPaymentMutation = { recordPayment: { sharePromptStatus: SharePromptStatus, invoice: { id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null }, payment: { id: string, amountCents: number, receivedOn: string | null, method: PaymentMethod | null, reference: string | null, reversedAt: string | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type ReversePaymentMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type ReversePaymentMutation = { reversePayment: { sharePromptStatus: SharePromptStatus, invoice: { id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null }, payment: { id: string, amountCents: number, reversedAt: string | null, reversalReason: string | null, reversedBy: { name: string } | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type InvoiceAccessQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoiceAccessQuery = { invoice: { status: InvoiceStatus, visibleToClient: boolean | null, hiddenReason: string | null, handedOverBy: { name: string } | null, delivery: { to: string, status: DeliveryStatus } | null, payments: Array<{ id: string, amountCents: number, reversedAt: string | null }> | null, reversedPayments: Array<{ amountCents: number }> | null } | null };

export type QuoteAccessQueryVariables = Exact<{
  id: string | number;
}>;


export type QuoteAccessQuery = { quote: { status: QuoteStatus, version: number, visibleToClient: boolean | null, hiddenReason: string | null, handedOverBy: { name: string } | null, delivery: { to: string, status: DeliveryStatus } | null } | null };

export type InvoicesOfPortalQueryVariables = Exact<{ [key: string]: never; }>;


export type InvoicesOfPortalQuery = { portal: { version: number, job: { quotes: Array<{ id: string, version: number, status: QuoteStatus }> | null, invoices: Array<{ id: string, status: InvoiceStatus, paidCents: number, owedCents: number, payments: Array<{ id: string }> | null, reversedPayments: Array<{ amountCents: number, receivedOn: string | null, reversedAt: string }> | null }> | null } } | null };

export type VoidInvoiceMutationVariables = Exact<{
  id: string | number;
}>;


export type VoidInvoiceMutation = { voidInvoice: { sharePromptStatus: SharePromptStatus, invoice: { id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type InvoiceQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoiceQuery = { invoice: { id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, job: { id: string } | null, client: { name: string } | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null } | null };

export type InvoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: InvoiceStatus | null | undefined;
}>;


export type InvoicesQuery = { invoices: { nodes: Array<{ id: string, number: number, status: InvoiceStatus }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InvoicesOfJobQueryVariables = Exact<{
  jobId: string | number;
}>;


export type InvoicesOfJobQuery = { job: { invoices: Array<{ id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null }> | null } | null };

export type PreviewInvoicesQueryVariables = Exact<{
  jobId: string | number;
  items: Array<string | number> | string | number;
}>;


export type PreviewInvoicesQuery = { sharePrompt: { preview: { invoices: Array<{ id: string, number: number, title: string, status: InvoiceStatus, issuedOn: string | null, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, owedCents: number, visibleToClient: boolean | null, hiddenReason: string | null, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null }>, payments: Array<{ amountCents: number, recordedAt: string, recordedBy: { name: string } | null }> | null }> | null } } | null };

export type CreateQuoteToInvoiceMutationVariables = Exact<{
  input: CreateQuoteInput;
}>;


export type CreateQuoteToInvoiceMutation = { createQuote: { quote: { id: string, totalCents: number } } };

export type SendQuoteToInvoiceMutationVariables = Exact<{
  id: string | number;
}>;


export type SendQuoteToInvoiceMutation = { sendQuote: { quote: { id: string, status: QuoteStatus } } };

export type SwitchOffImpactQueryVariables = Exact<{ [key: string]: never; }>;


export type SwitchOffImpactQuery = { portalSwitchOffImpact: { unansweredQuoteCount: number, unpaidInvoiceCount: number, viewsInLast15MinutesCount: number, unansweredQuotes: Array<{ label: string, job: { id: string } }>, unpaidInvoices: Array<{ label: string, job: { id: string } }>, viewsInLast15Minutes: Array<{ label: string, job: { id: string } }> } };

export type SayTheJobWasViewedMutationVariables = Exact<{ [key: string]: never; }>;


export type SayTheJobWasViewedMutation = { recordPortalView: boolean };

export type PromptFragment = { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> };

type Change_AcceptQuoteAndCreateJobPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddMaterialPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddNotePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddPhotoPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddTodoPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AttachQuotePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_CancelVisitPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_CreateInvoicePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_CreateJobPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_DismissSharePromptPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RecordPaymentPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RemoveMaterialPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RemoveNotePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RemovePhotoPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RemoveTodoPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RescheduleVisitPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_ResendSharePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_ReversePaymentPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_ScheduleVisitPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_SendInvoicePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_SetClientMessagesPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_SetJobStatusPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_SetKeepInSyncPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_SetPhotoSharingPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_ShareWithClientPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_UpdateJobPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_UpdateMaterialPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_UpdateNotePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_UpdateSharingPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_UpdateTodoPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_VoidInvoicePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

export type ChangeFragment =
  | Change_AcceptQuoteAndCreateJobPayload_Fragment
  | Change_AddMaterialPayload_Fragment
  | Change_AddNotePayload_Fragment
  | Change_AddPhotoPayload_Fragment
  | Change_AddTodoPayload_Fragment
  | Change_AttachQuotePayload_Fragment
  | Change_CancelVisitPayload_Fragment
  | Change_CreateInvoicePayload_Fragment
  | Change_CreateJobPayload_Fragment
  | Change_DismissSharePromptPayload_Fragment
  | Change_RecordPaymentPayload_Fragment
  | Change_RemoveMaterialPayload_Fragment
  | Change_RemoveNotePayload_Fragment
  | Change_RemovePhotoPayload_Fragment
  | Change_RemoveTodoPayload_Fragment
  | Change_RescheduleVisitPayload_Fragment
  | Change_ResendSharePayload_Fragment
  | Change_ReversePaymentPayload_Fragment
  | Change_ScheduleVisitPayload_Fragment
  | Change_SendInvoicePayload_Fragment
  | Change_SetClientMessagesPayload_Fragment
  | Change_SetJobStatusPayload_Fragment
  | Change_SetKeepInSyncPayload_Fragment
  | Change_SetPhotoSharingPayload_Fragment
  | Change_ShareWithClientPayload_Fragment
  | Change_UpdateJobPayload_Fragment
  | Change_UpdateMaterialPayload_Fragment
  | Change_UpdateNotePayload_Fragment
  | Change_UpdateSharingPayload_Fragment
  | Change_UpdateTodoPayload_Fragment
  | Change_VoidInvoicePayload_Fragment
;

export type CreateClientMutationVariables = Exact<{
  input: CreateClientInput;
}>;


export type CreateClientMutation = { createClient: { client: { id: string, name: string, email: string | null, phone: string | null } } };

export type UpdateClientMutationVariables = Exact<{
  input: UpdateClientInput;
}>;


export type UpdateClientMutation = { updateClient: { revokedPortalLinks: number, client: { id: string, email: string | null } } };

export type CreateJobMutationVariables = Exact<{
  input: CreateJobInput;
}>;


export type CreateJobMutation = { createJob: { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type UpdateJobMutationVariables = Exact<{
  input: UpdateJobInput;
}>;


export type UpdateJobMutation = { updateJob: { revokedPortalLinks: number | null, sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type SetJobStatusMutationVariables = Exact<{
  jobId: string | number;
  status: JobStatus;
}>;


export type SetJobStatusMutation = { setJobStatus: { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type ScheduleVisitMutationVariables = Exact<{
  input: ScheduleVisitInput;
}>;


export type ScheduleVisitMutation = { scheduleVisit: { sharePromptStatus: SharePromptStatus, visit: { id: string, startsAt: string, endsAt: string }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type RescheduleVisitMutationVariables = Exact<{
  id: string | number;
  startsAt: string;
  endsAt: string;
}>;


export type RescheduleVisitMutation = { rescheduleVisit: { sharePromptStatus: SharePromptStatus, visit: { id: string }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type CancelVisitMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelVisitMutation = { cancelVisit: { sharePromptStatus: SharePromptStatus, visit: { cancelledAt: string | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;


export type AddNoteMutation = { addNote: { sharePromptStatus: SharePromptStatus, note: { id: string, body: string, internal: boolean | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type UpdateNoteMutationVariables = Exact<{
  id: string | number;
  body: string;
}>;


export type UpdateNoteMutation = { updateNote: { sharePromptStatus: SharePromptStatus, note: { id: string, body: string }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type RemoveNoteMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveNoteMutation = { removeNote: { noteId: string, sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AddTodoMutationVariables = Exact<{
  input: AddTodoInput;
}>;


export type AddTodoMutation = { addTodo: { sharePromptStatus: SharePromptStatus, todo: { id: string, title: string, done: boolean }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type UpdateTodoMutationVariables = Exact<{
  input: UpdateTodoInput;
}>;


export type UpdateTodoMutation = { updateTodo: { sharePromptStatus: SharePromptStatus, todo: { id: string, title: string, done: boolean }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type RemoveTodoMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveTodoMutation = { removeTodo: { todoId: string, sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AddMaterialMutationVariables = Exact<{
  input: AddMaterialInput;
}>;


export type AddMaterialMutation = { addMaterial: { sharePromptStatus: SharePromptStatus, material: { id: string }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type UpdateMaterialMutationVariables = Exact<{
  input: UpdateMaterialInput;
}>;


export type UpdateMaterialMutation = { updateMaterial: { sharePromptStatus: SharePromptStatus, material: { id: string, name: string, quantity: number, unitCostCents: number | null, addedBy: { id: string, name: string } | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type RemoveMaterialMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveMaterialMutation = { removeMaterial: { materialId: string, sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AddPhotoMutationVariables = Exact<{
  input: AddPhotoInput;
}>;


export type AddPhotoMutation = { addPhoto: { sharePromptStatus: SharePromptStatus, photo: { id: string, shared: boolean | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type SetPhotoSharingMutationVariables = Exact<{
  photoId: string | number;
  shared: boolean;
}>;


export type SetPhotoSharingMutation = { setPhotoSharing: { sharePromptStatus: SharePromptStatus, photo: { id: string, shared: boolean | null } | null, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type RemovePhotoMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePhotoMutation = { removePhoto: { photoId: string, sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type JobForStaffQueryVariables = Exact<{
  id: string | number;
}>;


export type JobForStaffQuery = { job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { id: string, name: string } | null, visits: Array<{ id: string, startsAt: string }>, notes: Array<{ id: string, body: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, version: number, status: QuoteStatus, totalCents: number, lines: Array<{ description: string, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string, quantity: number, unitCostCents: number | null }> | null, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null, publication: { version: number, digest: string, reason: PublicationReason, itemKeys: Array<string>, publishedBy: { name: string } | null } | null, publications: Array<{ version: number, reason: PublicationReason, itemKeys: Array<string>, job: { title: string, notes: Array<{ body: string }>, materials: Array<{ name: string }> | null } }> | null, portalLinks: Array<{ id: string, sentTo: string, revokedAt: string | null, expiresAt: string, lastViewedAt: string | null }> | null } | null };

export type JobChangedSubscriptionVariables = Exact<{
  jobId: string | number;
}>;


export type JobChangedSubscription = { jobChanged: { id: string, title: string, internalNotes: string | null, notes: Array<{ body: string }>, sharePrompt: { revision: number } | null } };

export type SharePromptRaisedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SharePromptRaisedSubscription = { sharePromptRaised: { revision: number, job: { id: string, title: string }, items: Array<{ key: string }> } };

export type PortalChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PortalChangedSubscription = { portalChanged: { messagesEnabled: boolean, business: { name: string, slug: string | null }, client: { name: string }, job: { id: string, title: string, internalNotes: string | null, notes: Array<{ body: string }>, photos: Array<{ id: string }> } } };

export type SetClientMessagesMutationVariables = Exact<{
  jobId: string | number;
  enabled: boolean;
}>;


export type SetClientMessagesMutation = { setClientMessages: { sharePromptStatus: SharePromptStatus, job: { clientMessagesEnabled: boolean | null, id: string, title: string, status: JobStatus | null, messages: Array<{ id: string }> | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type SendMessageMutationVariables = Exact<{
  jobId: string | number;
  body: string;
}>;


export type SendMessageMutation = { sendMessage: { message: { id: string, body: string, from: MessageSide, sentAt: string, readAt: string | null, authorName: string | null } } };

export type MarkMessagesReadMutationVariables = Exact<{
  jobId: string | number;
  upTo?: string | number | null | undefined;
}>;


export type MarkMessagesReadMutation = { markMessagesRead: { read: number, job: { unreadMessages: number | null } | null } };

export type ThreadFragment = { clientMessagesEnabled: boolean | null, unreadMessages: number | null, messages: Array<{ id: string, body: string, from: MessageSide, sentAt: string, readAt: string | null, authorName: string | null }> | null };

export type MessagesOfJobQueryVariables = Exact<{
  id: string | number;
}>;


export type MessagesOfJobQuery = { job: { title: string, clientMessagesEnabled: boolean | null, unreadMessages: number | null, messages: Array<{ id: string, body: string, from: MessageSide, sentAt: string, readAt: string | null, authorName: string | null }> | null } | null };

export type MessagesOfPortalQueryVariables = Exact<{ [key: string]: never; }>;


export type MessagesOfPortalQuery = { portal: { messagesEnabled: boolean, messages: Array<{ id: string, body: string, from: MessageSide, sentAt: string, readAt: string | null, authorName: string | null }> | null, job: { clientMessagesEnabled: boolean | null, unreadMessages: number | null, messages: Array<{ id: string, body: string, from: MessageSide, sentAt: string, readAt: string | null, authorName: string | null }> | null } } | null };

export type ChangeLogoMutationVariables = Exact<{
  uploadId?: string | number | null | undefined;
}>;


export type ChangeLogoMutation = { updateSiteSettings: { business: { logoUrl: string | null } } };

export type LogoOfPortalQueryVariables = Exact<{ [key: string]: never; }>;


export type LogoOfPortalQuery = { portal: { business: { logoUrl: string | null } } | null };

export type PhotoFieldsFragment = { id: string, caption: string | null, shared: boolean | null, width: number | null, height: number | null, thumbnailUrl: string | null, displayUrl: string | null, originalUrl: string | null };

export type AddPhotoWithBytesMutationVariables = Exact<{
  input: AddPhotoInput;
}>;


export type AddPhotoWithBytesMutation = { addPhoto: { photo: { id: string, caption: string | null, shared: boolean | null, width: number | null, height: number | null, thumbnailUrl: string | null, displayUrl: string | null, originalUrl: string | null }, sharePrompt: { revision: number } | null } };

export type StaffPhotosQueryVariables = Exact<{
  id: string | number;
}>;


export type StaffPhotosQuery = { job: { photos: Array<{ id: string, caption: string | null, shared: boolean | null, width: number | null, height: number | null, thumbnailUrl: string | null, displayUrl: string | null, originalUrl: string | null }> } | null };

export type ClientPhotosQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientPhotosQuery = { portal: { job: { photos: Array<{ id: string, caption: string | null, shared: boolean | null, width: number | null, height: number | null, thumbnailUrl: string | null, displayUrl: string | null, originalUrl: string | null }> } } | null };

export type ClientJobFragment = { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null };

export type ClientPortalQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientPortalQuery = { portal: { business: { id: string | null, name: string, phone: string | null, email: string | null, slug: string | null, clientPortalEnabled: boolean | null, taxRateBasisPoints: number | null }, client: { id: string, name: string, email: string | null, phone: string | null }, job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } } | null };

export type ClientJobByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ClientJobByIdQuery = { job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } | null };

export type QuoteFactsFragment = { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null };

export type QuoteQueryVariables = Exact<{
  id: string | number;
}>;


export type QuoteQuery = { quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, job: { id: string } | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null } | null };

export type QuotesQueryVariables = Exact<{
  status?: QuoteStatus | null | undefined;
}>;


export type QuotesQuery = { quotes: { nodes: Array<{ id: string, status: QuoteStatus }> } };

export type QuotesOfJobQueryVariables = Exact<{
  jobId: string | number;
}>;


export type QuotesOfJobQuery = { job: { quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }> | null } | null };

export type CreateQuoteMutationVariables = Exact<{
  input: CreateQuoteInput;
}>;


export type CreateQuoteMutation = { createQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, job: { id: string } | null } };

export type UpdateQuoteMutationVariables = Exact<{
  input: UpdateQuoteInput;
}>;


export type UpdateQuoteMutation = { updateQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type SendQuoteMutationVariables = Exact<{
  id: string | number;
  handedOver?: boolean | null | undefined;
}>;


export type SendQuoteMutation = { sendQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, portalLink: { sentTo: string } | null, deliveries: Array<{ to: string }> | null, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AttachQuoteMutationVariables = Exact<{
  jobId: string | number;
  quoteId: string | number;
}>;


export type AttachQuoteMutation = { attachQuote: { sharePromptStatus: SharePromptStatus, quote: { id: string } } };

export type AcceptQuoteAndCreateJobMutationVariables = Exact<{
  quoteId: string | number;
}>;


export type AcceptQuoteAndCreateJobMutation = { acceptQuoteAndCreateJob: { sharePromptStatus: SharePromptStatus, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AcceptQuoteMutationVariables = Exact<{
  quoteId: string | number;
  version: number;
  name: string;
}>;


export type AcceptQuoteMutation = { acceptQuote: { quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null } | null, job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } | null } };

export type DeclineQuoteMutationVariables = Exact<{
  quoteId: string | number;
  version: number;
  reason?: string | null | undefined;
}>;


export type DeclineQuoteMutation = { declineQuote: { quote: { id: string, status: QuoteStatus } | null, job: { id: string } | null } };

export type RequestQuoteChangesMutationVariables = Exact<{
  quoteId: string | number;
  version: number;
  message: string;
}>;


export type RequestQuoteChangesMutation = { requestQuoteChanges: { quote: { id: string, status: QuoteStatus } | null, job: { id: string } | null } };

export type SharePromptQueryVariables = Exact<{
  jobId: string | number;
}>;


export type SharePromptQuery = { sharePrompt: { revision: number, job: { id: string }, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

export type SharePromptsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SharePromptsQuery = { sharePrompts: { nodes: Array<{ revision: number, job: { id: string, title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PreviewQueryVariables = Exact<{
  jobId: string | number;
  items: Array<string | number> | string | number;
}>;


export type PreviewQuery = { sharePrompt: { preview: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } } | null };

export type ShareWithClientMutationVariables = Exact<{
  input: ShareWithClientInput;
}>;


export type ShareWithClientMutation = { shareWithClient: { sharePromptStatus: SharePromptStatus, publication: { id: string, version: number, digest: string, itemKeys: Array<string>, reason: PublicationReason }, portalLink: { id: string, sentTo: string }, deliveries: Array<{ to: string, status: DeliveryStatus }>, job: { id: string }, sharePrompt: { revision: number } | null } };

export type DismissSharePromptMutationVariables = Exact<{
  jobId: string | number;
  revision: number;
}>;


export type DismissSharePromptMutation = { dismissSharePrompt: { sharePromptStatus: SharePromptStatus, job: { id: string }, sharePrompt: { revision: number } | null } };

export type UpdateSharingMutationVariables = Exact<{
  jobId: string | number;
  items: Array<string | number> | string | number;
}>;


export type UpdateSharingMutation = { updateSharing: { sharePromptStatus: SharePromptStatus, publication: { version: number, itemKeys: Array<string>, reason: PublicationReason } } };

export type ResendShareMutationVariables = Exact<{
  jobId: string | number;
}>;


export type ResendShareMutation = { resendShare: { publication: { version: number }, portalLink: { id: string }, deliveries: Array<{ to: string, status: DeliveryStatus }> } };

export type RevokePortalLinkMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokePortalLinkMutation = { revokePortalLink: { portalLink: { id: string, revokedAt: string | null } } };

export type SwitchPortalMutationVariables = Exact<{
  on: boolean;
}>;


export type SwitchPortalMutation = { updateSiteSettings: { business: { clientPortalEnabled: boolean | null } } };

export type StaffFactsFragment = { id: string, name: string, email: string, phone: string | null, role: StaffRole, hourlyCostCents: number | null };

export type StaffMembersQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffMembersQuery = { staffMembers: Array<{ id: string, name: string, email: string, phone: string | null, role: StaffRole, hourlyCostCents: number | null }> };

export type AddStaffMemberMutationVariables = Exact<{
  input: AddStaffMemberInput;
}>;


export type AddStaffMemberMutation = { addStaffMember: { staffMember: { id: string, name: string, email: string, phone: string | null, role: StaffRole, hourlyCostCents: number | null } } };

export type UpdateStaffMemberMutationVariables = Exact<{
  input: UpdateStaffMemberInput;
}>;


export type UpdateStaffMemberMutation = { updateStaffMember: { staffMember: { id: string, name: string, email: string, phone: string | null, role: StaffRole, hourlyCostCents: number | null } } };

export type RemoveStaffMemberMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveStaffMemberMutation = { removeStaffMember: { staffMember: { id: string } } };

export type ChangePasswordMutationVariables = Exact<{
  current: string;
  next: string;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type SetKeepInSyncMutationVariables = Exact<{
  jobId: string | number;
  enabled: boolean;
}>;


export type SetKeepInSyncMutation = { setKeepInSync: { sharePromptStatus: SharePromptStatus, job: { keepInSync: boolean | null, id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type KeepInSyncOfJobQueryVariables = Exact<{
  id: string | number;
}>;


export type KeepInSyncOfJobQuery = { job: { keepInSync: boolean | null, title: string, sharePrompt: { revision: number, items: Array<{ key: string, change: ShareItemChange }> } | null, publication: { version: number, reason: PublicationReason, itemKeys: Array<string>, publishedBy: { name: string } | null } | null } | null };

export type WhyNotVisibleQueryVariables = Exact<{
  jobId: string | number;
  item?: string | number | null | undefined;
}>;


export type WhyNotVisibleQuery = { clientVisibility: { visible: boolean, sharePromptStatus: SharePromptStatus, problem: { step: VisibilityStepName, state: VisibilityStepState, explanation: string, whatToDo: string } | null, steps: Array<{ step: VisibilityStepName, state: VisibilityStepState, explanation: string, whatToDo: string }> } };

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
export const WholeEnquiryFragmentDoc = new TypedDocumentString(`
    fragment WholeEnquiry on Enquiry {
  id
  name
  email
  phone
  message
  siteAddress
  status
  receivedAt
  declineReason
  client {
    id
    name
    email
    phone
  }
  quote {
    id
    title
    status
    internalNotes
  }
  replies {
    body
    sentTo
    createdAt
    author {
      name
    }
  }
}
    `, {"fragmentName":"WholeEnquiry"}) as unknown as TypedDocumentString<WholeEnquiryFragment, unknown>;
export const InvoiceForStaffFragmentDoc = new TypedDocumentString(`
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}
    `, {"fragmentName":"InvoiceForStaff"}) as unknown as TypedDocumentString<InvoiceForStaffFragment, unknown>;
export const PromptFragmentDoc = new TypedDocumentString(`
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
    `, {"fragmentName":"Prompt"}) as unknown as TypedDocumentString<PromptFragment, unknown>;
export const ChangeFragmentDoc = new TypedDocumentString(`
    fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}`, {"fragmentName":"Change"}) as unknown as TypedDocumentString<ChangeFragment, unknown>;
export const ThreadFragmentDoc = new TypedDocumentString(`
    fragment Thread on Job {
  clientMessagesEnabled
  unreadMessages
  messages {
    id
    body
    from
    sentAt
    readAt
    authorName
  }
}
    `, {"fragmentName":"Thread"}) as unknown as TypedDocumentString<ThreadFragment, unknown>;
export const PhotoFieldsFragmentDoc = new TypedDocumentString(`
    fragment PhotoFields on Photo {
  id
  caption
  shared
  width
  height
  thumbnailUrl
  displayUrl
  originalUrl
}
    `, {"fragmentName":"PhotoFields"}) as unknown as TypedDocumentString<PhotoFieldsFragment, unknown>;
export const ClientJobFragmentDoc = new TypedDocumentString(`
    fragment ClientJob on Job {
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
  client {
    name
  }
  visits {
    id
    startsAt
    endsAt
    cancelledAt
    movedFrom
    assignees {
      name
    }
  }
  cancelledVisits {
    id
    startsAt
    cancelledAt
  }
  notes {
    id
    body
    createdAt
    internal
    author {
      name
    }
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    shared
  }
  quotes {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      quantity
      unitPriceCents
      netCents
      unitCostCents
    }
  }
  internalNotes
  assignees {
    name
  }
  materials {
    name
  }
  staffCostCents
  materialsCostCents
  marginCents
  publication {
    version
  }
  publications {
    version
  }
  portalLinks {
    id
  }
  sharePrompt {
    revision
  }
}
    `, {"fragmentName":"ClientJob"}) as unknown as TypedDocumentString<ClientJobFragment, unknown>;
export const QuoteFactsFragmentDoc = new TypedDocumentString(`
    fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}
    `, {"fragmentName":"QuoteFacts"}) as unknown as TypedDocumentString<QuoteFactsFragment, unknown>;
export const StaffFactsFragmentDoc = new TypedDocumentString(`
    fragment StaffFacts on StaffMember {
  id
  name
  email
  phone
  role
  hourlyCostCents
}
    `, {"fragmentName":"StaffFacts"}) as unknown as TypedDocumentString<StaffFactsFragment, unknown>;
export const SubmitEnquiryDocument = new TypedDocumentString(`
    mutation SubmitEnquiry($slug: String!, $input: SubmitEnquiryInput!) {
  submitEnquiry(businessSlug: $slug, input: $input) {
    received
  }
}
    `) as unknown as TypedDocumentString<SubmitEnquiryMutation, SubmitEnquiryMutationVariables>;
export const SwitchEnquiryFormDocument = new TypedDocumentString(`
    mutation SwitchEnquiryForm($on: Boolean!) {
  updateSiteSettings(input: {enquiryFormEnabled: $on}) {
    business {
      enquiryFormEnabled
      enquiryFormUrl
    }
  }
}
    `) as unknown as TypedDocumentString<SwitchEnquiryFormMutation, SwitchEnquiryFormMutationVariables>;
export const EnquiriesDocument = new TypedDocumentString(`
    query Enquiries($first: Int = 50, $after: String, $status: EnquiryStatus) {
  enquiries(first: $first, after: $after, status: $status) {
    nodes {
      ...WholeEnquiry
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WholeEnquiry on Enquiry {
  id
  name
  email
  phone
  message
  siteAddress
  status
  receivedAt
  declineReason
  client {
    id
    name
    email
    phone
  }
  quote {
    id
    title
    status
    internalNotes
  }
  replies {
    body
    sentTo
    createdAt
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<EnquiriesQuery, EnquiriesQueryVariables>;
export const EnquiryDocument = new TypedDocumentString(`
    query Enquiry($id: ID!) {
  enquiry(id: $id) {
    ...WholeEnquiry
  }
}
    fragment WholeEnquiry on Enquiry {
  id
  name
  email
  phone
  message
  siteAddress
  status
  receivedAt
  declineReason
  client {
    id
    name
    email
    phone
  }
  quote {
    id
    title
    status
    internalNotes
  }
  replies {
    body
    sentTo
    createdAt
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<EnquiryQuery, EnquiryQueryVariables>;
export const ReplyToEnquiryDocument = new TypedDocumentString(`
    mutation ReplyToEnquiry($id: ID!, $body: String!) {
  replyToEnquiry(id: $id, body: $body) {
    enquiry {
      ...WholeEnquiry
    }
  }
}
    fragment WholeEnquiry on Enquiry {
  id
  name
  email
  phone
  message
  siteAddress
  status
  receivedAt
  declineReason
  client {
    id
    name
    email
    phone
  }
  quote {
    id
    title
    status
    internalNotes
  }
  replies {
    body
    sentTo
    createdAt
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<ReplyToEnquiryMutation, ReplyToEnquiryMutationVariables>;
export const AcceptEnquiryDocument = new TypedDocumentString(`
    mutation AcceptEnquiry($id: ID!) {
  acceptEnquiry(id: $id) {
    enquiry {
      ...WholeEnquiry
    }
  }
}
    fragment WholeEnquiry on Enquiry {
  id
  name
  email
  phone
  message
  siteAddress
  status
  receivedAt
  declineReason
  client {
    id
    name
    email
    phone
  }
  quote {
    id
    title
    status
    internalNotes
  }
  replies {
    body
    sentTo
    createdAt
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<AcceptEnquiryMutation, AcceptEnquiryMutationVariables>;
export const DeclineEnquiryDocument = new TypedDocumentString(`
    mutation DeclineEnquiry($id: ID!, $reason: String) {
  declineEnquiry(id: $id, reason: $reason) {
    enquiry {
      ...WholeEnquiry
    }
  }
}
    fragment WholeEnquiry on Enquiry {
  id
  name
  email
  phone
  message
  siteAddress
  status
  receivedAt
  declineReason
  client {
    id
    name
    email
    phone
  }
  quote {
    id
    title
    status
    internalNotes
  }
  replies {
    body
    sentTo
    createdAt
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<DeclineEnquiryMutation, DeclineEnquiryMutationVariables>;
export const ConvertEnquiryToQuoteDocument = new TypedDocumentString(`
    mutation ConvertEnquiryToQuote($id: ID!) {
  convertEnquiryToQuote(id: $id) {
    quote {
      id
      title
      status
      totalCents
      client {
        id
        name
      }
    }
    job {
      id
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<ConvertEnquiryToQuoteMutation, ConvertEnquiryToQuoteMutationVariables>;
export const ClientsDocument = new TypedDocumentString(`
    query Clients($search: String, $first: Int = 50, $after: String) {
  clients(search: $search, first: $first, after: $after) {
    nodes {
      id
      name
      email
      phone
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ClientsQuery, ClientsQueryVariables>;
export const ClientWithHistoryDocument = new TypedDocumentString(`
    query ClientWithHistory($id: ID!) {
  client(id: $id) {
    id
    name
    email
    phone
    quotes {
      id
      title
    }
    jobs {
      id
      title
    }
    enquiries {
      id
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ClientWithHistoryQuery, ClientWithHistoryQueryVariables>;
export const JobsOfJobClientDocument = new TypedDocumentString(`
    query JobsOfJobClient($id: ID!) {
  job(id: $id) {
    client {
      name
      quotes {
        id
      }
      jobs {
        id
      }
      enquiries {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JobsOfJobClientQuery, JobsOfJobClientQueryVariables>;
export const CreateQuoteForClientDocument = new TypedDocumentString(`
    mutation CreateQuoteForClient($input: CreateQuoteInput!) {
  createQuote(input: $input) {
    quote {
      id
      title
      client {
        id
        name
        email
        phone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateQuoteForClientMutation, CreateQuoteForClientMutationVariables>;
export const ChangeClientDocument = new TypedDocumentString(`
    mutation ChangeClient($input: UpdateClientInput!) {
  updateClient(input: $input) {
    client {
      id
      name
      email
      phone
    }
    revokedPortalLinks
  }
}
    `) as unknown as TypedDocumentString<ChangeClientMutation, ChangeClientMutationVariables>;
export const EverythingOfTheBusinessDocument = new TypedDocumentString(`
    query EverythingOfTheBusiness {
  business {
    name
    slug
  }
  clients(first: 100) {
    nodes {
      id
      name
      email
      phone
      enquiries {
        message
      }
    }
  }
  enquiries(first: 100) {
    nodes {
      name
      email
      message
      replies {
        body
      }
    }
  }
  quotes(first: 100) {
    nodes {
      id
      title
      internalNotes
      client {
        name
      }
    }
  }
  invoices(first: 100) {
    nodes {
      id
      title
      status
      internalNotes
      payments {
        amountCents
      }
    }
  }
  sharePrompts(first: 100) {
    nodes {
      job {
        id
        title
      }
      items {
        label
      }
    }
  }
  staffMembers {
    name
    email
  }
  portalSwitchOffImpact {
    unansweredQuotes {
      label
    }
    unpaidInvoices {
      label
    }
    viewsInLast15Minutes {
      label
    }
  }
}
    `) as unknown as TypedDocumentString<EverythingOfTheBusinessQuery, EverythingOfTheBusinessQueryVariables>;
export const EveryJobOfTheBusinessDocument = new TypedDocumentString(`
    query EveryJobOfTheBusiness {
  jobs(first: 100) {
    nodes {
      id
      title
      status
      internalNotes
      client {
        name
      }
      notes {
        body
        internal
      }
      todos {
        title
      }
      materials {
        name
      }
      visits {
        startsAt
      }
      photos {
        id
        caption
        displayUrl
      }
      quotes {
        id
        title
        status
      }
      invoices {
        id
        title
        status
      }
      messages {
        body
        from
      }
      publications {
        version
        itemKeys
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EveryJobOfTheBusinessQuery, EveryJobOfTheBusinessQueryVariables>;
export const FailedEmailsDocument = new TypedDocumentString(`
    query FailedEmails($first: Int, $after: String) {
  failedEmails(first: $first, after: $after) {
    nodes {
      id
      kind
      to
      status
      failure
      createdAt
      job {
        id
        title
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FailedEmailsQuery, FailedEmailsQueryVariables>;
export const ResendEmailDocument = new TypedDocumentString(`
    mutation ResendEmail($id: ID!) {
  resendEmail(id: $id) {
    delivery {
      id
      to
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ResendEmailMutation, ResendEmailMutationVariables>;
export const DismissFailedEmailDocument = new TypedDocumentString(`
    mutation DismissFailedEmail($id: ID!) {
  dismissFailedEmail(id: $id) {
    delivery {
      id
      status
      failure
    }
  }
}
    `) as unknown as TypedDocumentString<DismissFailedEmailMutation, DismissFailedEmailMutationVariables>;
export const CreateInvoiceDocument = new TypedDocumentString(`
    mutation CreateInvoice($input: CreateInvoiceInput!) {
  createInvoice(input: $input) {
    ...Change
    invoice {
      ...InvoiceForStaff
      quote {
        id
      }
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}
fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<CreateInvoiceMutation, CreateInvoiceMutationVariables>;
export const SendInvoiceDocument = new TypedDocumentString(`
    mutation SendInvoice($id: ID!, $handedOver: Boolean) {
  sendInvoice(id: $id, handedOver: $handedOver) {
    ...Change
    invoice {
      ...InvoiceForStaff
    }
    portalLink {
      sentTo
    }
    deliveries {
      to
      status
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}
fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<SendInvoiceMutation, SendInvoiceMutationVariables>;
export const RecordPaymentDocument = new TypedDocumentString(`
    mutation RecordPayment($invoiceId: ID!, $amountCents: Int!, $receivedOn: Date, $method: PaymentMethod, $reference: String, $key: String) {
  recordPayment(
    invoiceId: $invoiceId
    amountCents: $amountCents
    receivedOn: $receivedOn
    method: $method
    reference: $reference
    key: $key
  ) {
    ...Change
    invoice {
      ...InvoiceForStaff
    }
    payment {
      id
      amountCents
      receivedOn
      method
      reference
      reversedAt
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}
fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<RecordPaymentMutation, RecordPaymentMutationVariables>;
export const ReversePaymentDocument = new TypedDocumentString(`
    mutation ReversePayment($id: ID!, $reason: String!) {
  reversePayment(id: $id, reason: $reason) {
    ...Change
    invoice {
      ...InvoiceForStaff
    }
    payment {
      id
      amountCents
      reversedAt
      reversedBy {
        name
      }
      reversalReason
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}
fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<ReversePaymentMutation, ReversePaymentMutationVariables>;
export const InvoiceAccessDocument = new TypedDocumentString(`
    query InvoiceAccess($id: ID!) {
  invoice(id: $id) {
    status
    visibleToClient
    hiddenReason
    handedOverBy {
      name
    }
    delivery {
      to
      status
    }
    payments {
      id
      amountCents
      reversedAt
    }
    reversedPayments {
      amountCents
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceAccessQuery, InvoiceAccessQueryVariables>;
export const QuoteAccessDocument = new TypedDocumentString(`
    query QuoteAccess($id: ID!) {
  quote(id: $id) {
    status
    version
    visibleToClient
    hiddenReason
    handedOverBy {
      name
    }
    delivery {
      to
      status
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteAccessQuery, QuoteAccessQueryVariables>;
export const InvoicesOfPortalDocument = new TypedDocumentString(`
    query InvoicesOfPortal {
  portal {
    version
    job {
      quotes {
        id
        version
        status
      }
      invoices {
        id
        status
        paidCents
        owedCents
        payments {
          id
        }
        reversedPayments {
          amountCents
          receivedOn
          reversedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvoicesOfPortalQuery, InvoicesOfPortalQueryVariables>;
export const VoidInvoiceDocument = new TypedDocumentString(`
    mutation VoidInvoice($id: ID!) {
  voidInvoice(id: $id) {
    ...Change
    invoice {
      ...InvoiceForStaff
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}
fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<VoidInvoiceMutation, VoidInvoiceMutationVariables>;
export const InvoiceDocument = new TypedDocumentString(`
    query Invoice($id: ID!) {
  invoice(id: $id) {
    ...InvoiceForStaff
    job {
      id
    }
    client {
      name
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}`) as unknown as TypedDocumentString<InvoiceQuery, InvoiceQueryVariables>;
export const InvoicesDocument = new TypedDocumentString(`
    query Invoices($first: Int, $after: String, $status: InvoiceStatus) {
  invoices(first: $first, after: $after, status: $status) {
    nodes {
      id
      number
      status
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<InvoicesQuery, InvoicesQueryVariables>;
export const InvoicesOfJobDocument = new TypedDocumentString(`
    query InvoicesOfJob($jobId: ID!) {
  job(id: $jobId) {
    invoices {
      ...InvoiceForStaff
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}`) as unknown as TypedDocumentString<InvoicesOfJobQuery, InvoicesOfJobQueryVariables>;
export const PreviewInvoicesDocument = new TypedDocumentString(`
    query PreviewInvoices($jobId: ID!, $items: [ID!]!) {
  sharePrompt(jobId: $jobId) {
    preview(items: $items) {
      invoices {
        ...InvoiceForStaff
      }
    }
  }
}
    fragment InvoiceForStaff on Invoice {
  id
  number
  title
  status
  issuedOn
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  owedCents
  visibleToClient
  hiddenReason
  internalNotes
  lines {
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
  }
  payments {
    amountCents
    recordedAt
    recordedBy {
      name
    }
  }
}`) as unknown as TypedDocumentString<PreviewInvoicesQuery, PreviewInvoicesQueryVariables>;
export const CreateQuoteToInvoiceDocument = new TypedDocumentString(`
    mutation CreateQuoteToInvoice($input: CreateQuoteInput!) {
  createQuote(input: $input) {
    quote {
      id
      totalCents
    }
  }
}
    `) as unknown as TypedDocumentString<CreateQuoteToInvoiceMutation, CreateQuoteToInvoiceMutationVariables>;
export const SendQuoteToInvoiceDocument = new TypedDocumentString(`
    mutation SendQuoteToInvoice($id: ID!) {
  sendQuote(id: $id) {
    quote {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<SendQuoteToInvoiceMutation, SendQuoteToInvoiceMutationVariables>;
export const SwitchOffImpactDocument = new TypedDocumentString(`
    query SwitchOffImpact {
  portalSwitchOffImpact {
    unansweredQuotes {
      label
      job {
        id
      }
    }
    unansweredQuoteCount
    unpaidInvoices {
      label
      job {
        id
      }
    }
    unpaidInvoiceCount
    viewsInLast15Minutes {
      label
      job {
        id
      }
    }
    viewsInLast15MinutesCount
  }
}
    `) as unknown as TypedDocumentString<SwitchOffImpactQuery, SwitchOffImpactQueryVariables>;
export const SayTheJobWasViewedDocument = new TypedDocumentString(`
    mutation SayTheJobWasViewed {
  recordPortalView
}
    `) as unknown as TypedDocumentString<SayTheJobWasViewedMutation, SayTheJobWasViewedMutationVariables>;
export const CreateClientDocument = new TypedDocumentString(`
    mutation CreateClient($input: CreateClientInput!) {
  createClient(input: $input) {
    client {
      id
      name
      email
      phone
    }
  }
}
    `) as unknown as TypedDocumentString<CreateClientMutation, CreateClientMutationVariables>;
export const UpdateClientDocument = new TypedDocumentString(`
    mutation UpdateClient($input: UpdateClientInput!) {
  updateClient(input: $input) {
    client {
      id
      email
    }
    revokedPortalLinks
  }
}
    `) as unknown as TypedDocumentString<UpdateClientMutation, UpdateClientMutationVariables>;
export const CreateJobDocument = new TypedDocumentString(`
    mutation CreateJob($input: CreateJobInput!) {
  createJob(input: $input) {
    ...Change
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<CreateJobMutation, CreateJobMutationVariables>;
export const UpdateJobDocument = new TypedDocumentString(`
    mutation UpdateJob($input: UpdateJobInput!) {
  updateJob(input: $input) {
    ...Change
    revokedPortalLinks
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<UpdateJobMutation, UpdateJobMutationVariables>;
export const SetJobStatusDocument = new TypedDocumentString(`
    mutation SetJobStatus($jobId: ID!, $status: JobStatus!) {
  setJobStatus(jobId: $jobId, status: $status) {
    ...Change
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<SetJobStatusMutation, SetJobStatusMutationVariables>;
export const ScheduleVisitDocument = new TypedDocumentString(`
    mutation ScheduleVisit($input: ScheduleVisitInput!) {
  scheduleVisit(input: $input) {
    ...Change
    visit {
      id
      startsAt
      endsAt
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<ScheduleVisitMutation, ScheduleVisitMutationVariables>;
export const RescheduleVisitDocument = new TypedDocumentString(`
    mutation RescheduleVisit($id: ID!, $startsAt: DateTime!, $endsAt: DateTime!) {
  rescheduleVisit(id: $id, startsAt: $startsAt, endsAt: $endsAt) {
    ...Change
    visit {
      id
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<RescheduleVisitMutation, RescheduleVisitMutationVariables>;
export const CancelVisitDocument = new TypedDocumentString(`
    mutation CancelVisit($id: ID!) {
  cancelVisit(id: $id) {
    ...Change
    visit {
      cancelledAt
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<CancelVisitMutation, CancelVisitMutationVariables>;
export const AddNoteDocument = new TypedDocumentString(`
    mutation AddNote($input: AddNoteInput!) {
  addNote(input: $input) {
    ...Change
    note {
      id
      body
      internal
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const UpdateNoteDocument = new TypedDocumentString(`
    mutation UpdateNote($id: ID!, $body: String!) {
  updateNote(id: $id, body: $body) {
    ...Change
    note {
      id
      body
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<UpdateNoteMutation, UpdateNoteMutationVariables>;
export const RemoveNoteDocument = new TypedDocumentString(`
    mutation RemoveNote($id: ID!) {
  removeNote(id: $id) {
    ...Change
    noteId
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<RemoveNoteMutation, RemoveNoteMutationVariables>;
export const AddTodoDocument = new TypedDocumentString(`
    mutation AddTodo($input: AddTodoInput!) {
  addTodo(input: $input) {
    ...Change
    todo {
      id
      title
      done
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<AddTodoMutation, AddTodoMutationVariables>;
export const UpdateTodoDocument = new TypedDocumentString(`
    mutation UpdateTodo($input: UpdateTodoInput!) {
  updateTodo(input: $input) {
    ...Change
    todo {
      id
      title
      done
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<UpdateTodoMutation, UpdateTodoMutationVariables>;
export const RemoveTodoDocument = new TypedDocumentString(`
    mutation RemoveTodo($id: ID!) {
  removeTodo(id: $id) {
    ...Change
    todoId
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<RemoveTodoMutation, RemoveTodoMutationVariables>;
export const AddMaterialDocument = new TypedDocumentString(`
    mutation AddMaterial($input: AddMaterialInput!) {
  addMaterial(input: $input) {
    ...Change
    material {
      id
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<AddMaterialMutation, AddMaterialMutationVariables>;
export const UpdateMaterialDocument = new TypedDocumentString(`
    mutation UpdateMaterial($input: UpdateMaterialInput!) {
  updateMaterial(input: $input) {
    ...Change
    material {
      id
      name
      quantity
      unitCostCents
      addedBy {
        id
        name
      }
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<UpdateMaterialMutation, UpdateMaterialMutationVariables>;
export const RemoveMaterialDocument = new TypedDocumentString(`
    mutation RemoveMaterial($id: ID!) {
  removeMaterial(id: $id) {
    ...Change
    materialId
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<RemoveMaterialMutation, RemoveMaterialMutationVariables>;
export const AddPhotoDocument = new TypedDocumentString(`
    mutation AddPhoto($input: AddPhotoInput!) {
  addPhoto(input: $input) {
    ...Change
    photo {
      id
      shared
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<AddPhotoMutation, AddPhotoMutationVariables>;
export const SetPhotoSharingDocument = new TypedDocumentString(`
    mutation SetPhotoSharing($photoId: ID!, $shared: Boolean!) {
  setPhotoSharing(photoId: $photoId, shared: $shared) {
    ...Change
    photo {
      id
      shared
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<SetPhotoSharingMutation, SetPhotoSharingMutationVariables>;
export const RemovePhotoDocument = new TypedDocumentString(`
    mutation RemovePhoto($id: ID!) {
  removePhoto(id: $id) {
    ...Change
    photoId
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<RemovePhotoMutation, RemovePhotoMutationVariables>;
export const JobForStaffDocument = new TypedDocumentString(`
    query JobForStaff($id: ID!) {
  job(id: $id) {
    id
    number
    title
    description
    siteAddress
    status
    internalNotes
    progress {
      done
      total
    }
    client {
      id
      name
    }
    visits {
      id
      startsAt
    }
    notes {
      id
      body
      internal
      author {
        name
      }
    }
    todos {
      id
      title
      done
    }
    photos {
      id
      caption
      shared
    }
    quotes {
      id
      version
      status
      totalCents
      lines {
        description
        unitCostCents
      }
    }
    assignees {
      name
    }
    materials {
      name
      quantity
      unitCostCents
    }
    staffCostCents
    materialsCostCents
    marginCents
    sharePrompt {
      ...Prompt
    }
    publication {
      version
      digest
      reason
      itemKeys
      publishedBy {
        name
      }
    }
    publications {
      version
      reason
      itemKeys
      job {
        title
        notes {
          body
        }
        materials {
          name
        }
      }
    }
    portalLinks {
      id
      sentTo
      revokedAt
      expiresAt
      lastViewedAt
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}`) as unknown as TypedDocumentString<JobForStaffQuery, JobForStaffQueryVariables>;
export const JobChangedDocument = new TypedDocumentString(`
    subscription JobChanged($jobId: ID!) {
  jobChanged(jobId: $jobId) {
    id
    title
    notes {
      body
    }
    internalNotes
    sharePrompt {
      revision
    }
  }
}
    `) as unknown as TypedDocumentString<JobChangedSubscription, JobChangedSubscriptionVariables>;
export const SharePromptRaisedDocument = new TypedDocumentString(`
    subscription SharePromptRaised {
  sharePromptRaised {
    revision
    job {
      id
      title
    }
    items {
      key
    }
  }
}
    `) as unknown as TypedDocumentString<SharePromptRaisedSubscription, SharePromptRaisedSubscriptionVariables>;
export const PortalChangedDocument = new TypedDocumentString(`
    subscription PortalChanged {
  portalChanged {
    messagesEnabled
    business {
      name
      slug
    }
    client {
      name
    }
    job {
      id
      title
      notes {
        body
      }
      photos {
        id
      }
      internalNotes
    }
  }
}
    `) as unknown as TypedDocumentString<PortalChangedSubscription, PortalChangedSubscriptionVariables>;
export const SetClientMessagesDocument = new TypedDocumentString(`
    mutation SetClientMessages($jobId: ID!, $enabled: Boolean!) {
  setClientMessages(jobId: $jobId, enabled: $enabled) {
    ...Change
    job {
      clientMessagesEnabled
      messages {
        id
      }
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<SetClientMessagesMutation, SetClientMessagesMutationVariables>;
export const SendMessageDocument = new TypedDocumentString(`
    mutation SendMessage($jobId: ID!, $body: String!) {
  sendMessage(jobId: $jobId, body: $body) {
    message {
      id
      body
      from
      sentAt
      readAt
      authorName
    }
  }
}
    `) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const MarkMessagesReadDocument = new TypedDocumentString(`
    mutation MarkMessagesRead($jobId: ID!, $upTo: ID) {
  markMessagesRead(jobId: $jobId, upTo: $upTo) {
    read
    job {
      unreadMessages
    }
  }
}
    `) as unknown as TypedDocumentString<MarkMessagesReadMutation, MarkMessagesReadMutationVariables>;
export const MessagesOfJobDocument = new TypedDocumentString(`
    query MessagesOfJob($id: ID!) {
  job(id: $id) {
    title
    ...Thread
  }
}
    fragment Thread on Job {
  clientMessagesEnabled
  unreadMessages
  messages {
    id
    body
    from
    sentAt
    readAt
    authorName
  }
}`) as unknown as TypedDocumentString<MessagesOfJobQuery, MessagesOfJobQueryVariables>;
export const MessagesOfPortalDocument = new TypedDocumentString(`
    query MessagesOfPortal {
  portal {
    messagesEnabled
    messages {
      id
      body
      from
      sentAt
      readAt
      authorName
    }
    job {
      ...Thread
    }
  }
}
    fragment Thread on Job {
  clientMessagesEnabled
  unreadMessages
  messages {
    id
    body
    from
    sentAt
    readAt
    authorName
  }
}`) as unknown as TypedDocumentString<MessagesOfPortalQuery, MessagesOfPortalQueryVariables>;
export const ChangeLogoDocument = new TypedDocumentString(`
    mutation ChangeLogo($uploadId: ID) {
  updateSiteSettings(input: {logoUploadId: $uploadId}) {
    business {
      logoUrl
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeLogoMutation, ChangeLogoMutationVariables>;
export const LogoOfPortalDocument = new TypedDocumentString(`
    query LogoOfPortal {
  portal {
    business {
      logoUrl
    }
  }
}
    `) as unknown as TypedDocumentString<LogoOfPortalQuery, LogoOfPortalQueryVariables>;
export const AddPhotoWithBytesDocument = new TypedDocumentString(`
    mutation AddPhotoWithBytes($input: AddPhotoInput!) {
  addPhoto(input: $input) {
    photo {
      ...PhotoFields
    }
    sharePrompt {
      revision
    }
  }
}
    fragment PhotoFields on Photo {
  id
  caption
  shared
  width
  height
  thumbnailUrl
  displayUrl
  originalUrl
}`) as unknown as TypedDocumentString<AddPhotoWithBytesMutation, AddPhotoWithBytesMutationVariables>;
export const StaffPhotosDocument = new TypedDocumentString(`
    query StaffPhotos($id: ID!) {
  job(id: $id) {
    photos {
      ...PhotoFields
    }
  }
}
    fragment PhotoFields on Photo {
  id
  caption
  shared
  width
  height
  thumbnailUrl
  displayUrl
  originalUrl
}`) as unknown as TypedDocumentString<StaffPhotosQuery, StaffPhotosQueryVariables>;
export const ClientPhotosDocument = new TypedDocumentString(`
    query ClientPhotos {
  portal {
    job {
      photos {
        ...PhotoFields
      }
    }
  }
}
    fragment PhotoFields on Photo {
  id
  caption
  shared
  width
  height
  thumbnailUrl
  displayUrl
  originalUrl
}`) as unknown as TypedDocumentString<ClientPhotosQuery, ClientPhotosQueryVariables>;
export const ClientPortalDocument = new TypedDocumentString(`
    query ClientPortal {
  portal {
    business {
      id
      name
      phone
      email
      slug
      clientPortalEnabled
      taxRateBasisPoints
    }
    client {
      id
      name
      email
      phone
    }
    job {
      ...ClientJob
    }
  }
}
    fragment ClientJob on Job {
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
  client {
    name
  }
  visits {
    id
    startsAt
    endsAt
    cancelledAt
    movedFrom
    assignees {
      name
    }
  }
  cancelledVisits {
    id
    startsAt
    cancelledAt
  }
  notes {
    id
    body
    createdAt
    internal
    author {
      name
    }
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    shared
  }
  quotes {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      quantity
      unitPriceCents
      netCents
      unitCostCents
    }
  }
  internalNotes
  assignees {
    name
  }
  materials {
    name
  }
  staffCostCents
  materialsCostCents
  marginCents
  publication {
    version
  }
  publications {
    version
  }
  portalLinks {
    id
  }
  sharePrompt {
    revision
  }
}`) as unknown as TypedDocumentString<ClientPortalQuery, ClientPortalQueryVariables>;
export const ClientJobByIdDocument = new TypedDocumentString(`
    query ClientJobById($id: ID!) {
  job(id: $id) {
    ...ClientJob
  }
}
    fragment ClientJob on Job {
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
  client {
    name
  }
  visits {
    id
    startsAt
    endsAt
    cancelledAt
    movedFrom
    assignees {
      name
    }
  }
  cancelledVisits {
    id
    startsAt
    cancelledAt
  }
  notes {
    id
    body
    createdAt
    internal
    author {
      name
    }
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    shared
  }
  quotes {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      quantity
      unitPriceCents
      netCents
      unitCostCents
    }
  }
  internalNotes
  assignees {
    name
  }
  materials {
    name
  }
  staffCostCents
  materialsCostCents
  marginCents
  publication {
    version
  }
  publications {
    version
  }
  portalLinks {
    id
  }
  sharePrompt {
    revision
  }
}`) as unknown as TypedDocumentString<ClientJobByIdQuery, ClientJobByIdQueryVariables>;
export const QuoteDocument = new TypedDocumentString(`
    query Quote($id: ID!) {
  quote(id: $id) {
    ...QuoteFacts
    job {
      id
    }
  }
}
    fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}`) as unknown as TypedDocumentString<QuoteQuery, QuoteQueryVariables>;
export const QuotesDocument = new TypedDocumentString(`
    query Quotes($status: QuoteStatus) {
  quotes(first: 100, status: $status) {
    nodes {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<QuotesQuery, QuotesQueryVariables>;
export const QuotesOfJobDocument = new TypedDocumentString(`
    query QuotesOfJob($jobId: ID!) {
  job(id: $jobId) {
    quotes {
      ...QuoteFacts
    }
  }
}
    fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}`) as unknown as TypedDocumentString<QuotesOfJobQuery, QuotesOfJobQueryVariables>;
export const CreateQuoteDocument = new TypedDocumentString(`
    mutation CreateQuote($input: CreateQuoteInput!) {
  createQuote(input: $input) {
    quote {
      ...QuoteFacts
    }
    job {
      id
    }
    sharePromptStatus
  }
}
    fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}`) as unknown as TypedDocumentString<CreateQuoteMutation, CreateQuoteMutationVariables>;
export const UpdateQuoteDocument = new TypedDocumentString(`
    mutation UpdateQuote($input: UpdateQuoteInput!) {
  updateQuote(input: $input) {
    quote {
      ...QuoteFacts
    }
    sharePromptStatus
    sharePrompt {
      ...Prompt
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}`) as unknown as TypedDocumentString<UpdateQuoteMutation, UpdateQuoteMutationVariables>;
export const SendQuoteDocument = new TypedDocumentString(`
    mutation SendQuote($id: ID!, $handedOver: Boolean) {
  sendQuote(id: $id, handedOver: $handedOver) {
    quote {
      ...QuoteFacts
    }
    portalLink {
      sentTo
    }
    deliveries {
      to
    }
    sharePromptStatus
    sharePrompt {
      ...Prompt
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}`) as unknown as TypedDocumentString<SendQuoteMutation, SendQuoteMutationVariables>;
export const AttachQuoteDocument = new TypedDocumentString(`
    mutation AttachQuote($jobId: ID!, $quoteId: ID!) {
  attachQuote(jobId: $jobId, quoteId: $quoteId) {
    quote {
      id
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<AttachQuoteMutation, AttachQuoteMutationVariables>;
export const AcceptQuoteAndCreateJobDocument = new TypedDocumentString(`
    mutation AcceptQuoteAndCreateJob($quoteId: ID!) {
  acceptQuoteAndCreateJob(quoteId: $quoteId) {
    quote {
      ...QuoteFacts
    }
    ...Change
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}
fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}`) as unknown as TypedDocumentString<AcceptQuoteAndCreateJobMutation, AcceptQuoteAndCreateJobMutationVariables>;
export const AcceptQuoteDocument = new TypedDocumentString(`
    mutation AcceptQuote($quoteId: ID!, $version: Int!, $name: String!) {
  acceptQuote(quoteId: $quoteId, version: $version, name: $name) {
    quote {
      ...QuoteFacts
    }
    job {
      ...ClientJob
    }
  }
}
    fragment ClientJob on Job {
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
  client {
    name
  }
  visits {
    id
    startsAt
    endsAt
    cancelledAt
    movedFrom
    assignees {
      name
    }
  }
  cancelledVisits {
    id
    startsAt
    cancelledAt
  }
  notes {
    id
    body
    createdAt
    internal
    author {
      name
    }
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    shared
  }
  quotes {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      quantity
      unitPriceCents
      netCents
      unitCostCents
    }
  }
  internalNotes
  assignees {
    name
  }
  materials {
    name
  }
  staffCostCents
  materialsCostCents
  marginCents
  publication {
    version
  }
  publications {
    version
  }
  portalLinks {
    id
  }
  sharePrompt {
    revision
  }
}
fragment QuoteFacts on Quote {
  id
  number
  version
  title
  status
  validUntil
  netCents
  taxCents
  totalCents
  marginCents
  internalNotes
  lines {
    description
    netCents
    unitCostCents
  }
  answer {
    kind
    name
    message
    version
    digest
    answeredAt
    recordedBy {
      name
    }
  }
  answers {
    kind
    message
  }
  versions {
    version
    status
    title
    totalCents
    digest
    lines {
      description
      unitPriceCents
    }
  }
}`) as unknown as TypedDocumentString<AcceptQuoteMutation, AcceptQuoteMutationVariables>;
export const DeclineQuoteDocument = new TypedDocumentString(`
    mutation DeclineQuote($quoteId: ID!, $version: Int!, $reason: String) {
  declineQuote(quoteId: $quoteId, version: $version, reason: $reason) {
    quote {
      id
      status
    }
    job {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<DeclineQuoteMutation, DeclineQuoteMutationVariables>;
export const RequestQuoteChangesDocument = new TypedDocumentString(`
    mutation RequestQuoteChanges($quoteId: ID!, $version: Int!, $message: String!) {
  requestQuoteChanges(quoteId: $quoteId, version: $version, message: $message) {
    quote {
      id
      status
    }
    job {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RequestQuoteChangesMutation, RequestQuoteChangesMutationVariables>;
export const SharePromptDocument = new TypedDocumentString(`
    query SharePrompt($jobId: ID!) {
  sharePrompt(jobId: $jobId) {
    ...Prompt
    job {
      id
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}`) as unknown as TypedDocumentString<SharePromptQuery, SharePromptQueryVariables>;
export const SharePromptsDocument = new TypedDocumentString(`
    query SharePrompts($first: Int, $after: String) {
  sharePrompts(first: $first, after: $after) {
    nodes {
      job {
        id
        title
      }
      revision
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SharePromptsQuery, SharePromptsQueryVariables>;
export const PreviewDocument = new TypedDocumentString(`
    query Preview($jobId: ID!, $items: [ID!]!) {
  sharePrompt(jobId: $jobId) {
    preview(items: $items) {
      ...ClientJob
    }
  }
}
    fragment ClientJob on Job {
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
  client {
    name
  }
  visits {
    id
    startsAt
    endsAt
    cancelledAt
    movedFrom
    assignees {
      name
    }
  }
  cancelledVisits {
    id
    startsAt
    cancelledAt
  }
  notes {
    id
    body
    createdAt
    internal
    author {
      name
    }
  }
  todos {
    id
    title
    done
  }
  photos {
    id
    caption
    shared
  }
  quotes {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      quantity
      unitPriceCents
      netCents
      unitCostCents
    }
  }
  internalNotes
  assignees {
    name
  }
  materials {
    name
  }
  staffCostCents
  materialsCostCents
  marginCents
  publication {
    version
  }
  publications {
    version
  }
  portalLinks {
    id
  }
  sharePrompt {
    revision
  }
}`) as unknown as TypedDocumentString<PreviewQuery, PreviewQueryVariables>;
export const ShareWithClientDocument = new TypedDocumentString(`
    mutation ShareWithClient($input: ShareWithClientInput!) {
  shareWithClient(input: $input) {
    publication {
      id
      version
      digest
      itemKeys
      reason
    }
    portalLink {
      id
      sentTo
    }
    deliveries {
      to
      status
    }
    job {
      id
    }
    sharePrompt {
      revision
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<ShareWithClientMutation, ShareWithClientMutationVariables>;
export const DismissSharePromptDocument = new TypedDocumentString(`
    mutation DismissSharePrompt($jobId: ID!, $revision: Int!) {
  dismissSharePrompt(jobId: $jobId, revision: $revision) {
    job {
      id
    }
    sharePrompt {
      revision
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<DismissSharePromptMutation, DismissSharePromptMutationVariables>;
export const UpdateSharingDocument = new TypedDocumentString(`
    mutation UpdateSharing($jobId: ID!, $items: [ID!]!) {
  updateSharing(jobId: $jobId, items: $items) {
    publication {
      version
      itemKeys
      reason
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<UpdateSharingMutation, UpdateSharingMutationVariables>;
export const ResendShareDocument = new TypedDocumentString(`
    mutation ResendShare($jobId: ID!) {
  resendShare(jobId: $jobId) {
    publication {
      version
    }
    portalLink {
      id
    }
    deliveries {
      to
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ResendShareMutation, ResendShareMutationVariables>;
export const RevokePortalLinkDocument = new TypedDocumentString(`
    mutation RevokePortalLink($id: ID!) {
  revokePortalLink(id: $id) {
    portalLink {
      id
      revokedAt
    }
  }
}
    `) as unknown as TypedDocumentString<RevokePortalLinkMutation, RevokePortalLinkMutationVariables>;
export const SwitchPortalDocument = new TypedDocumentString(`
    mutation SwitchPortal($on: Boolean!) {
  updateSiteSettings(input: {clientPortalEnabled: $on}) {
    business {
      clientPortalEnabled
    }
  }
}
    `) as unknown as TypedDocumentString<SwitchPortalMutation, SwitchPortalMutationVariables>;
export const StaffMembersDocument = new TypedDocumentString(`
    query StaffMembers {
  staffMembers {
    ...StaffFacts
  }
}
    fragment StaffFacts on StaffMember {
  id
  name
  email
  phone
  role
  hourlyCostCents
}`) as unknown as TypedDocumentString<StaffMembersQuery, StaffMembersQueryVariables>;
export const AddStaffMemberDocument = new TypedDocumentString(`
    mutation AddStaffMember($input: AddStaffMemberInput!) {
  addStaffMember(input: $input) {
    staffMember {
      ...StaffFacts
    }
  }
}
    fragment StaffFacts on StaffMember {
  id
  name
  email
  phone
  role
  hourlyCostCents
}`) as unknown as TypedDocumentString<AddStaffMemberMutation, AddStaffMemberMutationVariables>;
export const UpdateStaffMemberDocument = new TypedDocumentString(`
    mutation UpdateStaffMember($input: UpdateStaffMemberInput!) {
  updateStaffMember(input: $input) {
    staffMember {
      ...StaffFacts
    }
  }
}
    fragment StaffFacts on StaffMember {
  id
  name
  email
  phone
  role
  hourlyCostCents
}`) as unknown as TypedDocumentString<UpdateStaffMemberMutation, UpdateStaffMemberMutationVariables>;
export const RemoveStaffMemberDocument = new TypedDocumentString(`
    mutation RemoveStaffMember($id: ID!) {
  removeStaffMember(id: $id) {
    staffMember {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveStaffMemberMutation, RemoveStaffMemberMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($current: String!, $next: String!) {
  changePassword(current: $current, next: $next)
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SetKeepInSyncDocument = new TypedDocumentString(`
    mutation SetKeepInSync($jobId: ID!, $enabled: Boolean!) {
  setKeepInSync(jobId: $jobId, enabled: $enabled) {
    ...Change
    job {
      keepInSync
    }
  }
}
    fragment Prompt on SharePrompt {
  revision
  raisedBy {
    name
  }
  items {
    key
    kind
    label
    change
    sharedNow
    preselected
    before
    after
  }
  details {
    field
    before
    after
  }
}
fragment Change on JobChange {
  job {
    id
    title
    status
  }
  sharePromptStatus
  sharePrompt {
    ...Prompt
  }
}`) as unknown as TypedDocumentString<SetKeepInSyncMutation, SetKeepInSyncMutationVariables>;
export const KeepInSyncOfJobDocument = new TypedDocumentString(`
    query KeepInSyncOfJob($id: ID!) {
  job(id: $id) {
    keepInSync
    title
    sharePrompt {
      revision
      items {
        key
        change
      }
    }
    publication {
      version
      reason
      itemKeys
      publishedBy {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KeepInSyncOfJobQuery, KeepInSyncOfJobQueryVariables>;
export const WhyNotVisibleDocument = new TypedDocumentString(`
    query WhyNotVisible($jobId: ID!, $item: ID) {
  clientVisibility(jobId: $jobId, item: $item) {
    visible
    problem {
      step
      state
      explanation
      whatToDo
    }
    steps {
      step
      state
      explanation
      whatToDo
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<WhyNotVisibleQuery, WhyNotVisibleQueryVariables>;