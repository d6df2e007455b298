/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Input of addMaterial. */
export type AddMaterialInput = {
  /** Job ID. */
  jobId: string | number;
  /** Name of the material. At most 200 characters. */
  name: string;
  /** Quantity, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number;
  /** Cost of one unit to the business, in cents. From 0 to 100,000,000. */
  unitCostCents?: number;
};

/** Input of addNote. */
export type AddNoteInput = {
  /** Text of the note. At most 10,000 characters. */
  body: string;
  /** Whether the note is for staff only; an internal note can never be shared. */
  internal?: boolean;
  /** Job ID. */
  jobId: string | number;
};

/** Input of addPhoto. */
export type AddPhotoInput = {
  /** Caption. At most 500 characters. */
  caption?: string | null | undefined;
  /** Job ID. */
  jobId: string | number;
  /** Whether it shows the place before or after the work. */
  stage?: PhotoStage | null | undefined;
  /** Upload ID from POST /photos. Without it the photo has a caption only and its URLs are null. */
  uploadId?: string | number | null | undefined;
  /** ID of the visit on which it was taken. */
  visitId?: string | number | null | undefined;
};

/** Input of addStaffMember. */
export type AddStaffMemberInput = {
  /** Email address for signing in; the invitation is mailed to it. No colleague has it. At most 254 characters. */
  email: string;
  /** Cost of an hour of work to the business, in cents. From 0 to 100,000,000. */
  hourlyCostCents?: number;
  /** Full name. At most 200 characters. */
  name: string;
  /** Ignored: the member chooses their own password on accepting the mailed invitation. */
  password?: string | null | undefined;
  /** Phone number for colleagues. At most 40 characters. */
  phone?: string | null | undefined;
  /** Role; only owners can add owners. */
  role: StaffRole;
};

/** Input of addTodo. */
export type AddTodoInput = {
  /** Job ID. */
  jobId: string | number;
  /** Title of the to-do. At most 200 characters. */
  title: string;
};

/** Reason to look at a quote, an invoice, a job or an email. */
export type AttentionKind =
  /** An email failed, and was neither sent again (resendEmail) nor taken off the list (dismissFailedEmail). */
  | 'EMAIL_FAILED'
  /** The invoice is overdue. */
  | 'INVOICE_OVERDUE'
  /** The client of the job wrote a message that nobody has read. */
  | 'MESSAGE_UNREAD'
  /** The invoice is overdue, and its last reminder was sent. */
  | 'OVERDUE_AFTER_REMINDERS'
  /** The client answered the quote within two weeks, and nothing followed: no visit and no invoice after an acceptance, no new version after another answer. */
  | 'QUOTE_ANSWERED'
  /** The quote expired without an answer. */
  | 'QUOTE_EXPIRED'
  /** Its client has no email address and was not reminded. */
  | 'REMINDER_NOT_SENT';

/** Language of a client's page and mails. */
export type ClientLanguage =
  /** Arabic, from right to left. */
  | 'AR'
  /** English. */
  | 'EN';

/** Input of createClient. */
export type CreateClientInput = {
  /** Postal address. At most 500 characters. */
  address?: string | null | undefined;
  /** Person to speak to, if the client is a company. At most 200 characters. */
  contactName?: string | null | undefined;
  /** Email address for portal links; required before sharing. At most 254 characters. */
  email?: string | null | undefined;
  /** Language of the client's page and mails; default: English. */
  language?: ClientLanguage | null | undefined;
  /** Name of the person or company. At most 200 characters. */
  name: string;
  /** Internal notes; never visible to the client. At most 10,000 characters. */
  notes?: string | null | undefined;
  /** Phone number, in international or national form. At most 40 characters. */
  phone?: string | null | undefined;
};

/** Input of createInvoice; requires quoteId, or lines and jobId, clientId or newClient. Without a job one is created. */
export type CreateInvoiceInput = {
  /** Whether all of a quote is invoiced once more, though it was invoiced before. */
  again?: boolean | null | undefined;
  /** Client ID, instead of a job; a job is created for the invoice. */
  clientId?: string | number | null | undefined;
  /** Due date; default: as many days after sending as the payment terms of the business. */
  dueOn?: string | null | undefined;
  /** Internal notes; never visible to the client. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** Job ID; default: the job of the quote. */
  jobId?: string | number | null | undefined;
  /** Lines, unless copied from a quote. At most 200 items. */
  lines?: Array<InvoiceLineInput> | null | undefined;
  /** Client to create with the invoice, instead of clientId. */
  newClient?: CreateClientInput | null | undefined;
  /** Part of the quote to invoice, in per cent; default: all of it. The parts add up to the quote to the cent. More than 0, at most 100, with at most two decimals. */
  percent?: number | null | undefined;
  /** ID of a sent or accepted quote whose lines are copied; a quote without a job gets one. */
  quoteId?: string | number | null | undefined;
  /** Title, visible to the client; default: the title of the quote or the job. At most 200 characters. */
  title?: string | null | undefined;
};

/** Input of createJob. */
export type CreateJobInput = {
  /** IDs of the staff members assigned to the job; they can then see it. At most 100 items. */
  assigneeIds?: Array<string | number> | null | undefined;
  /** Client ID; can be set later. */
  clientId?: string | number | null | undefined;
  /** Description of the work; visible to the client. At most 10,000 characters. */
  description?: string | null | undefined;
  /** Internal notes; never visible to the client. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** Address of the site. At most 500 characters. */
  siteAddress?: string | null | undefined;
  /** Title; visible to the client. At most 200 characters. */
  title: string;
};

/** Input of createQuote; requires clientId, newClient or jobId. */
export type CreateQuoteInput = {
  /** Client ID. */
  clientId?: string | number | null | undefined;
  /** Deposit to ask for with the acceptance, as a fixed amount in cents, tax included, at most the total. From 1 to 2,147,483,647. */
  depositCents?: number | null | undefined;
  /** Deposit to ask for with the acceptance, in per cent of the total. More than 0, at most 100, with at most one decimal. */
  depositPercent?: number | null | undefined;
  /** Internal notes; never visible to the client. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** ID of a job to attach the quote to. */
  jobId?: string | number | null | undefined;
  /** Lines. At most 200 items. */
  lines?: Array<QuoteLineInput>;
  /** Client to create with the quote, instead of clientId. */
  newClient?: CreateClientInput | null | undefined;
  /** Terms that the client agrees to; null for none; default: those of the business. At most 20,000 characters. */
  terms?: string | null | undefined;
  /** Title; visible to the client. At most 200 characters. */
  title: string;
  /** Last day for acceptance; null for none; default: by the quote validity of the business. */
  validUntil?: string | null | undefined;
};

/** Endpoint to register. */
export type CreateWebhookEndpointInput = {
  /** What it is for, in words. At most 200 characters. */
  description?: string | null | undefined;
  /** Events to send, as in `webhookTopics`: `job.created`, `job.*`, `*`. At most 51 items. Each: At most 100 characters. */
  topics: Array<string>;
  /** Address that events are posted to: https, on a public network, without user name and password. At most 1,000 characters. */
  url: string;
};

/** Line of an invoice to credit. */
export type CreditLineInput = {
  /** ID of the line of the invoice. */
  lineId: string | number;
  /** Quantity to credit; default: what was not credited yet. More than 0, at most 1,000,000. */
  quantity?: number | null | undefined;
};

/** Order in which dates are written. */
export type DateOrder =
  /** 31 March 2026. */
  | 'DAY_MONTH_YEAR'
  /** March 31, 2026. */
  | 'MONTH_DAY_YEAR'
  /** 2026 March 31. */
  | 'YEAR_MONTH_DAY';

/** Delivery status of an email. */
export type DeliveryStatus =
  /** Not sent, because it was outdated. */
  | 'CANCELLED'
  /** Not sent: refused by the mail service, or failed after all attempts. */
  | 'FAILED'
  /** Queued; sent in a moment. */
  | 'QUEUED'
  /** Accepted by the mail service. */
  | 'SENT'
  /** Not ready to be sent; retried automatically. */
  | 'WAITING';

/** What a client pays with its acceptance of a quote. */
export type DepositChoice =
  /** All of it now: one invoice over the whole quote takes the place of the deposit. */
  | 'ALL'
  /** The deposit now. */
  | 'DEPOSIT'
  /** Nothing now; an invoice for the deposit is made all the same, if the quote asks for one. */
  | 'LATER';

/** Email kind. */
export type EmailKind =
  /** Receipt or refund of an online payment, to the client. */
  | 'CARD_PAYMENT_TO_CLIENT'
  /** News of an online payment, to staff. */
  | 'CARD_PAYMENT_TO_STAFF'
  /** Link to confirm a new email address, to staff. */
  | 'EMAIL_CHANGE'
  /** Notice of a changed email address, to its old address. */
  | 'EMAIL_CHANGED'
  /** Refusal of an enquiry, to its sender. */
  | 'ENQUIRY_DECLINED'
  /** Reply to an enquiry, to its sender. */
  | 'ENQUIRY_REPLY'
  /** Invitation to join the staff. */
  | 'INVITATION'
  /** Invoice, to the client. */
  | 'INVOICE'
  /** New messages of the business, to the client. */
  | 'MESSAGES_TO_CLIENT'
  /** New messages of the client, to staff. */
  | 'MESSAGES_TO_STAFF'
  /** New enquiry, to staff. */
  | 'NEW_ENQUIRY'
  /** New link to a page, which the client asked for. */
  | 'NEW_LINK'
  /** Notice of a changed password, to staff. */
  | 'PASSWORD_CHANGED'
  /** Link for a new password, to staff. */
  | 'PASSWORD_RESET'
  /** Quote, to the client. */
  | 'QUOTE'
  /** Copy of an accepted quote, to the client. */
  | 'QUOTE_ACCEPTED'
  /** Answer of the client to a quote, to staff. */
  | 'QUOTE_ANSWER'
  /** Notice that an acceptance was taken back, to the client. */
  | 'QUOTE_REOPENED'
  /** Reminder of unpaid invoices and open quotes, to the client. */
  | 'REMINDER'
  /** Notice that a second factor was reset, to staff. */
  | 'SECOND_FACTOR_RESET'
  /** Link to a shared job, to the client. */
  | 'SHARE'
  /** Changes of their visits, to a staff member. */
  | 'VISITS_TO_STAFF'
  /** Notice that a webhook endpoint was switched off, to staff. */
  | 'WEBHOOK_DISABLED';

/** Enquiry status. */
export type EnquiryStatus =
  /** Accepted: the sender is a client. */
  | 'ACCEPTED'
  /** Converted to a quote. */
  | 'CONVERTED'
  /** Declined by the business. */
  | 'DECLINED'
  /** Not answered yet. */
  | 'NEW'
  /** Replied to. */
  | 'REPLIED';

/** Kind of invoice. */
export type InvoiceKind =
  /** Credit note: takes back all or part of an invoice. Its amounts are negative. */
  | 'CREDIT_NOTE'
  /** Deposit on work to come. */
  | 'DEPOSIT'
  /** Invoice for work. */
  | 'INVOICE';

/** Line of a new invoice. */
export type InvoiceLineInput = {
  /** Description; visible to the client. At most 500 characters. */
  description: string;
  /** Quantity, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number;
  /** Tax rate in basis points; default: the rate of the business. From 0 to 10,000, with at most one decimal. */
  taxRateBasisPoints?: number | null | undefined;
  /** Unit price before tax, in cents; negative for a discount. From -100,000,000 to 100,000,000. */
  unitPriceCents: number;
};

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

/** Input of pauseReminders: one invoice, one quote or one client. */
export type PauseRemindersInput = {
  /** Client ID: pauses everything of the client. */
  clientId?: string | number | null | undefined;
  /** Invoice ID. */
  invoiceId?: string | number | null | undefined;
  /** False lets the reminders go on. */
  paused?: boolean;
  /** Quote ID. */
  quoteId?: string | number | null | undefined;
};

/** A way to pay an invoice, as shown to clients. */
export type PaymentInstructionInput = {
  /** What the client needs, such as the account number. At most 1,000 characters. */
  details: string;
  /** Name of the way to pay, such as "Bank transfer". At most 100 characters. */
  label: string;
};

/** Payment method. */
export type PaymentMethod =
  /** Bank transfer. */
  | 'BANK_TRANSFER'
  /** Card. */
  | 'CARD'
  /** Card or another way, on the client's page; recorded automatically. */
  | 'CARD_ONLINE'
  /** Cash. */
  | 'CASH'
  /** Cheque. */
  | 'CHEQUE'
  /** Other method. */
  | 'OTHER';

/** Whether a photo shows the place before or after the work. */
export type PhotoStage =
  /** Taken after the work. */
  | 'AFTER'
  /** Taken before the work. */
  | 'BEFORE';

/** Reason of a publication. */
export type PublicationReason =
  /** The client acted, for example accepted a quote. */
  | 'CLIENT_ACTED'
  /** A shared item of a job that is kept in sync changed. */
  | 'KEPT_IN_SYNC'
  /** A photo was switched on or off, a note made internal, a quote or an invoice sent, or a payment recorded or reversed. */
  | 'PUBLISHED_AT_ONCE'
  /** The share prompt was reviewed and sent. */
  | 'SHARED'
  /** The shared items of a job were changed or withdrawn. */
  | 'SHARING_UPDATED';

/** Answer of a client to a quote. */
export type QuoteAnswerKind =
  /** Accepted. */
  | 'ACCEPTED'
  /** Changes requested; see the message. */
  | 'CHANGES_REQUESTED'
  /** Declined. */
  | 'DECLINED';

/** Line of a quote. */
export type QuoteLineInput = {
  /** Description; visible to the client. At most 500 characters. */
  description: string;
  /** Name of the group under which the line is listed, such as "Labour"; visible to the client. At most 100 characters. */
  groupName?: string | null | undefined;
  /** ID of the line that it takes the place of, so that a cost that is left out stays; null for a new line. */
  id?: string | number | null | undefined;
  /** Whether the client chooses if it takes this line; default: false. */
  optional?: boolean | null | undefined;
  /** Quantity, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number;
  /** Tax rate in basis points; default: the rate of the business. From 0 to 10,000, with at most one decimal. */
  taxRateBasisPoints?: number | null | undefined;
  /** Unit cost to the business, in cents; never visible to the client. Default: that of the line whose place it takes, by `id` or by the same description; 0 for a new line. From 0 to 100,000,000. */
  unitCostCents?: number | null | undefined;
  /** Unit price before tax, in cents; negative for a discount. From -100,000,000 to 100,000,000. */
  unitPriceCents: number;
};

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

/** Day from which a reminder is counted. */
export type ReminderKind =
  /** Due date of the invoice. */
  | 'DUE_DAY'
  /** Last day for acceptance of the quote. */
  | 'LAST_DAY'
  /** Day on which the quote was sent. */
  | 'SENDING';

/** Input of rotateWebhookSecret. */
export type RotateWebhookSecretInput = {
  /** Endpoint ID. */
  id: string | number;
  /** Hours during which requests are signed with the present secret as well. From 0 to 168. */
  overlapHours?: number;
};

/** Input of scheduleVisit. */
export type ScheduleVisitInput = {
  /** IDs of the staff members assigned to the visit, who can then see the job. By default those of the job; [] is nobody. At most 100 items. */
  assigneeIds?: Array<string | number> | null | undefined;
  /** End time; after the start. */
  endsAt: string;
  /** Job ID. */
  jobId: string | number;
  /** By default the visit is not repeated. */
  repeat?: VisitRepeatInput | null | undefined;
  /** Start time. */
  startsAt: string;
};

/** Input of setUpBusiness. */
export type SetUpBusinessInput = {
  /** Name of the business, as clients know it. At most 200 characters. */
  businessName: string;
  /** ISO 3166 code of its country, such as AU. */
  country: string;
  /** ISO 4217 code of the currency of all amounts. */
  currency: string;
  /** Email address for clients; replies to our emails go there. At most 254 characters. */
  email?: string | null | undefined;
  /** Email address with which the owner signs in; of a link that was mailed, the address it was mailed to. At most 254 characters. */
  ownerEmail: string;
  /** Full name of the owner. At most 200 characters. */
  ownerName: string;
  /** Password of the owner, 12 to 200 characters. */
  password: string;
  /** Phone number for clients, in international form or that of the country. At most 40 characters. */
  phone?: string | null | undefined;
  /** Token of a set-up link: what follows the # in it. At most 200 characters. */
  setupToken: string;
  /** Whether the owner works alone. */
  soleTrader?: boolean;
  /** Name of the tax on its quotes and invoices; default: that of the country. At most 60 characters. */
  taxName?: string | null | undefined;
  /** Default tax rate, in basis points: 1000 is 10 %. Default: that of the country; required where none is known (other than AU, NZ, GB, JP). From 0 to 10,000, with at most one decimal. */
  taxRateBasisPoints?: number | null | undefined;
  /** IANA time zone that defines its calendar days. */
  timeZone: string;
};

/** Difference of an item from what the client sees, or from the last review. */
export type ShareItemChange =
  /** Content differs from what the client sees or from the last review. */
  | 'CHANGED'
  /** No longer shareable; the client sees it until the next share. */
  | 'GONE'
  /** Not reviewed yet. */
  | 'NEW'
  /** Content is the same as the client sees, or as at the review that left it out. */
  | 'UNCHANGED';

/** Kind of a share item. */
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

/** Whether a share prompt is pending, or why not. */
export type SharePromptStatus =
  /** Nothing that the client may see has changed since the last review. */
  | 'NOTHING_TO_SHARE'
  /** The first visit is not on the calendar yet. */
  | 'NOT_SCHEDULED'
  /** The job has no client. */
  | 'NO_CLIENT_ATTACHED'
  /** A share prompt is pending: review and send it. */
  | 'PENDING'
  /** The Client Portal is switched off in Business Settings → Site. */
  | 'PORTAL_DISABLED'
  /** Your role may not share; staff who may share see the prompt. */
  | 'ROLE_CANNOT_SHARE';

/** Input of shareWithClient. */
export type ShareWithClientInput = {
  /** Keys of the items that the client will see; all others are withdrawn. At most 5,000 items. Each: At most 64 characters. */
  items: Array<string | number>;
  /** Job ID. */
  jobId: string | number;
  /** Sets Job.keepInSync along with the share, as setKeepInSync does. Default: it stays as it is. */
  keepInSync?: boolean | null | undefined;
  /** Message in the email. At most 2,000 characters. */
  message?: string | null | undefined;
  /** Revision of the reviewed prompt. From 0 to 2,147,483,647. */
  revision: number;
};

/** Role of a staff member; determines their permissions. */
export type StaffRole =
  /** Office manager; all permissions, but cannot manage owners. */
  | 'ADMIN'
  /** Works on assigned jobs: ticks to-dos, adds notes and photos. */
  | 'APPRENTICE'
  /** Owner of a business with staff; all permissions. */
  | 'BUSINESS_OWNER'
  /** Writes quotes and invoices and records payments; sees all jobs, cannot share. */
  | 'FINANCE'
  /** Owner who works alone; all permissions. */
  | 'SOLE_TRADER'
  /** Manages jobs and shares them with clients; cannot see costs. */
  | 'SUPERVISOR'
  /** Works on assigned jobs; cannot share. */
  | 'TRADIE';

/** Input of submitEnquiry; requires an email address or a phone number. */
export type SubmitEnquiryInput = {
  /** Your email address. At most 254 characters. */
  email?: string | null | undefined;
  /** Text of the enquiry. At most 5,000 characters. */
  message: string;
  /** Your name. At most 200 characters. */
  name: string;
  /** Your phone number. At most 40 characters. */
  phone?: string | null | undefined;
  /** Address of the site. At most 500 characters. */
  siteAddress?: string | null | undefined;
  /** Leave this empty. At most 5,000 characters. */
  website?: string | null | undefined;
};

/** Changes to Business Settings; omitted fields are unchanged. Naming a field that your role may not change is FORBIDDEN. */
export type UpdateBusinessInput = {
  /** Postal address; null clears it. At most 500 characters. */
  address?: string | null | undefined;
  /** Whether clients may pay by card on their page, where the server and the account allow it. */
  cardPaymentsEnabled?: boolean | null | undefined;
  /** ISO 4217 code of the currency; fixed once a quote or an invoice was sent. At most 64 characters, from the list of Intl.supportedValuesOf. */
  currency?: string | null | undefined;
  /** Email address for clients, to which replies to emails go; null clears it. At most 254 characters. */
  email?: string | null | undefined;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Days of the reminders of an invoice, from its due date: -3 is three days before, 7 is a week after. At most 6 items. Each: From -30 to 90. */
  invoiceReminderDays?: Array<number> | null | undefined;
  /** Whether new jobs publish changes of their shared schedule, status and to-dos without a review. */
  keepInSyncByDefault?: boolean | null | undefined;
  /** Name, as clients see it and as sender of emails. At most 200 characters. */
  name?: string | null | undefined;
  /** Accent colour of the client's page. */
  pageColour?: PageColour | null | undefined;
  /** Ways to pay an invoice, in the order shown to clients; replaces all. At most 10 items. */
  paymentInstructions?: Array<PaymentInstructionInput> | null | undefined;
  /** Payment terms: days from sending an invoice to its due date. From 0 to 365. */
  paymentTermsDays?: number | null | undefined;
  /** Phone number for clients; null clears it. At most 40 characters. */
  phone?: string | null | undefined;
  /** Days of the reminders of a quote, after the day on which it was sent. At most 6 items. Each: From 1 to 90. */
  quoteReminderDaysAfterSending?: Array<number> | null | undefined;
  /** Days of the reminders of a quote, before its last valid day; 0 is that day. At most 6 items. Each: From 0 to 30. */
  quoteReminderDaysBeforeExpiry?: Array<number> | null | undefined;
  /** Terms of new quotes, which a client agrees to by accepting; null clears them. At most 20,000 characters. */
  quoteTerms?: string | null | undefined;
  /** Days that a new quote is valid; null for no default. From 1 to 365. */
  quoteValidityDays?: number | null | undefined;
  /** Whether clients are reminded of unpaid invoices. */
  remindOfInvoices?: boolean | null | undefined;
  /** Whether clients are reminded of quotes without an answer. */
  remindOfQuotes?: boolean | null | undefined;
  /** Name of the tax on quotes and invoices, such as GST. At most 60 characters. */
  taxName?: string | null | undefined;
  /** Tax number; null clears it. At most 50 characters. */
  taxNumber?: string | null | undefined;
  /** Name of the tax number, such as "ABN"; null clears it. At most 50 characters. */
  taxNumberLabel?: string | null | undefined;
  /** Default tax rate of new quotes and invoices, in basis points with at most one decimal: 997.5 is 9.975 %. From 0 to 10,000, with at most one decimal. */
  taxRateBasisPoints?: number | null | undefined;
  /** IANA time zone that defines calendar days. At most 64 characters, from the list of Intl.supportedValuesOf. */
  timeZone?: string | null | undefined;
  /** Whether Tradies may set the Share with Client toggle of photos, on their assigned jobs. */
  tradiesMayTogglePhotos?: boolean | null | undefined;
};

/** Changes to a client; omitted fields are unchanged. */
export type UpdateClientInput = {
  /** Postal address; null clears it. At most 500 characters. */
  address?: string | null | undefined;
  /** Person to speak to, if the client is a company; null clears it. At most 200 characters. */
  contactName?: string | null | undefined;
  /** Email address for portal links; null clears it. A change revokes the links already sent. At most 254 characters. */
  email?: string | null | undefined;
  /** Client ID. */
  id: string | number;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Language of the client's page and mails; null is English. Mails that wait to go out follow it too. */
  language?: ClientLanguage | null | undefined;
  /** Name of the person or company. At most 200 characters. */
  name?: string | null | undefined;
  /** Internal notes; never visible to the client; null clears them. At most 10,000 characters. */
  notes?: string | null | undefined;
  /** Phone number; null clears it. At most 40 characters. */
  phone?: string | null | undefined;
};

/** Changes to an invoice; omitted fields are unchanged. Of a draft everything can change. A sent invoice gets them as a new version when it is sent again. */
export type UpdateInvoiceInput = {
  /** Whether all of a quote is invoiced once more, though it was invoiced before. */
  again?: boolean | null | undefined;
  /** Due date; null for the payment terms of the business. */
  dueOn?: string | null | undefined;
  /** Invoice ID. */
  id: string | number;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Internal notes; changing only these makes no new version. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** ID of the job that a draft is moved to. */
  jobId?: string | number | null | undefined;
  /** Lines; replaces the list. At most 200 items. */
  lines?: Array<InvoiceLineInput> | null | undefined;
  /** Part of the quote that a draft gets, in per cent; default: all of it. More than 0, at most 100, with at most two decimals. */
  percent?: number | null | undefined;
  /** ID of a sent or accepted quote of the job whose lines a draft gets; null takes it off its quote. */
  quoteId?: string | number | null | undefined;
  /** Title, visible to the client. At most 200 characters. */
  title?: string | null | undefined;
};

/** Changes to a job; omitted fields are unchanged. */
export type UpdateJobInput = {
  /** IDs of the staff members assigned to the job; replaces the list. At most 100 items. */
  assigneeIds?: Array<string | number> | null | undefined;
  /** Client ID; null removes the client. A change revokes the portal links of the job. */
  clientId?: string | number | null | undefined;
  /** Description of the work; null clears it. At most 10,000 characters. */
  description?: string | null | undefined;
  /** Job ID. */
  id: string | number;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Internal notes, never visible to the client; null clears them. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** Address of the site; null clears it. At most 500 characters. */
  siteAddress?: string | null | undefined;
  /** Title; visible to the client. At most 200 characters. */
  title?: string | null | undefined;
};

/** Changes to a material; omitted fields are unchanged. */
export type UpdateMaterialInput = {
  /** Material ID. */
  id: string | number;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Name of the material. At most 200 characters. */
  name?: string | null | undefined;
  /** Quantity, in its own unit. More than 0, at most 1,000,000. */
  quantity?: number | null | undefined;
  /** Cost of one unit to the business, in cents. From 0 to 100,000,000. */
  unitCostCents?: number | null | undefined;
};

/** Changes to a quote; omitted fields are unchanged. A sent quote becomes a new draft version. */
export type UpdateQuoteInput = {
  /** Deposit to ask for with the acceptance, as a fixed amount in cents, tax included, at most the total; null for none. From 1 to 2,147,483,647. */
  depositCents?: number | null | undefined;
  /** Deposit to ask for with the acceptance, in per cent of the total; null for none. More than 0, at most 100, with at most one decimal. */
  depositPercent?: number | null | undefined;
  /** Quote ID. */
  id: string | number;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Internal notes; changing only these creates no new version. At most 10,000 characters. */
  internalNotes?: string | null | undefined;
  /** Lines; replaces the list. At most 200 items. */
  lines?: Array<QuoteLineInput> | null | undefined;
  /** Terms that the client agrees to; null for none. At most 20,000 characters. */
  terms?: string | null | undefined;
  /** Title; visible to the client. At most 200 characters. */
  title?: string | null | undefined;
  /** Last day for acceptance; null for none. */
  validUntil?: string | null | undefined;
};

/** Changes to a staff member; omitted fields are unchanged. */
export type UpdateStaffMemberInput = {
  /** Cost of an hour of work to the business, in cents. From 0 to 100,000,000. */
  hourlyCostCents?: number | null | undefined;
  /** Staff member ID. */
  id: string | number;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Full name. At most 200 characters. */
  name?: string | null | undefined;
  /** Phone number for colleagues; null clears it. At most 40 characters. */
  phone?: string | null | undefined;
  /** Role; takes effect from the next request on. */
  role?: StaffRole | null | undefined;
};

/** Changes to a to-do; omitted fields are unchanged. */
export type UpdateTodoInput = {
  /** Whether the to-do is done. */
  done?: boolean | null | undefined;
  /** To-do ID. */
  id: string | number;
  /** The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send. */
  ifUnchangedSince?: string | null | undefined;
  /** Title of the to-do; FORBIDDEN for roles that tick to-dos only. At most 200 characters. */
  title?: string | null | undefined;
};

/** Changes to an endpoint; what is left out stays as it is. */
export type UpdateWebhookEndpointInput = {
  /** What it is for, in words. At most 200 characters. */
  description?: string | null | undefined;
  /** False switches it off and cancels what waits; true switches it on again, from the next change on. */
  enabled?: boolean | null | undefined;
  /** Endpoint ID. */
  id: string | number;
  /** Events to send, as in `webhookTopics`. At most 51 items. Each: At most 100 characters. */
  topics?: Array<string> | null | undefined;
  /** Address that events are posted to: https, on a public network, without user name and password. At most 1,000 characters. */
  url?: string | null | undefined;
};

/** Conditions for a client to see something, in order. */
export type VisibilityStepName =
  /** The job has a client. */
  | 'CLIENT_ATTACHED'
  /** The client has an email address. */
  | 'CLIENT_EMAIL'
  /** The job has a visit, cancelled or not. */
  | 'FIRST_VISIT'
  /** The client has a live link. */
  | 'LINK_WORKS'
  /** The newest email with a link was sent. */
  | 'MAIL_DELIVERED'
  /** The item exists and can be shared. */
  | 'MAY_BE_SHOWN'
  /** The client has viewed the job. */
  | 'OPENED'
  /** The Client Portal is on. */
  | 'PORTAL_ON'
  /** The item is part of what the client sees. */
  | 'SELECTED'
  /** The job was shared with the client. */
  | 'SHARED'
  /** What the client sees is current. */
  | 'UP_TO_DATE';

/** Result of a check. */
export type VisibilityStepState =
  /** The condition does not hold and needs action. */
  | 'BROKEN'
  /** An earlier step is broken. */
  | 'NOT_REACHED'
  /** The condition holds. */
  | 'OK'
  /** The condition does not hold yet; it will by itself or depends on the client. */
  | 'WAITING';

/** Repeats of a visit at the same time of day, by the clock of the business, also across daylight saving. */
export type VisitRepeatInput = {
  /** Number of visits, with the first one. From 2 to 26. */
  count: number;
  /** Days from one visit to the next: 14 is every two weeks. From 1 to 366. */
  everyDays: number;
};

/** State of the delivery of an event. */
export type WebhookDeliveryStatus =
  /** Not sent: its endpoint was switched off, or its registrar may not see the record. */
  | 'CANCELLED'
  /** Answered with a 2xx status. */
  | 'DELIVERED'
  /** Given up after all attempts. */
  | 'FAILED'
  /** Not delivered yet; sent at its next attempt. */
  | 'WAITING';

/** Why an endpoint is switched off. */
export type WebhookDisabledReason =
  /** Switched off by a staff member. */
  | 'BY_STAFF'
  /** Every attempt of three days failed. */
  | 'FAILING'
  /** The address answered 410 Gone. */
  | 'GONE'
  /** The person who registered it has left the business or may no longer manage webhooks. Somebody who may can switch it on again. */
  | 'REGISTRAR_LOST_ACCESS'
  /** More than 10,000 deliveries were waiting. */
  | 'TOO_MANY_WAITING';

/** Whether events are sent to an endpoint. */
export type WebhookEndpointStatus =
  /** Switched off: events are neither sent nor kept for later. */
  | 'DISABLED'
  /** Events are sent. */
  | 'ENABLED';

/** Kind of the record that an event is about. */
export type WebhookRecordKind =
  /** Client. */
  | 'CLIENT'
  /** Enquiry. */
  | 'ENQUIRY'
  /** Invoice. */
  | 'INVOICE'
  /** Job. */
  | 'JOB'
  /** Material of a job. */
  | 'MATERIAL'
  /** Message of a client or to a client. */
  | 'MESSAGE'
  /** Note of a job. */
  | 'NOTE'
  /** Publication of a quote or an invoice with a page of its own. */
  | 'PAGE_PUBLICATION'
  /** Payment of an invoice. */
  | 'PAYMENT'
  /** Photo of a job. */
  | 'PHOTO'
  /** Publication of a job. */
  | 'PUBLICATION'
  /** Quote. */
  | 'QUOTE'
  /** Test, sent by `sendTestWebhook`. */
  | 'TEST'
  /** To-do of a job. */
  | 'TODO'
  /** Visit of a job. */
  | 'VISIT';

export type UpdateBusinessMutationVariables = Exact<{
  input: UpdateBusinessInput;
}>;


export type UpdateBusinessMutation = { updateBusiness: { business: { name: string, phone: string | null, email: string | null, address: string | null, taxNumber: string | null, taxNumberLabel: string | null, timeZone: string, currency: string, taxRateBasisPoints: number | null, pageColour: PageColour, paymentTermsDays: number | null, quoteValidityDays: number | null, keepInSyncByDefault: boolean | null, paymentInstructions: Array<{ label: string, details: string }> } } };

export type OwnBusinessFragment = { name: string, phone: string | null, email: string | null, address: string | null, taxNumber: string | null, taxNumberLabel: string | null, timeZone: string, currency: string, taxRateBasisPoints: number | null, pageColour: PageColour, paymentTermsDays: number | null, quoteValidityDays: number | null, keepInSyncByDefault: boolean | null, paymentInstructions: Array<{ label: string, details: string }> };

export type OwnBusinessQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnBusinessQuery = { business: { name: string, phone: string | null, email: string | null, address: string | null, taxNumber: string | null, taxNumberLabel: string | null, timeZone: string, currency: string, taxRateBasisPoints: number | null, pageColour: PageColour, paymentTermsDays: number | null, quoteValidityDays: number | null, keepInSyncByDefault: boolean | null, paymentInstructions: Array<{ label: string, details: string }> } | null };

export type ChangeSlugMutationVariables = Exact<{
  slug: string;
}>;


export type ChangeSlugMutation = { updateSiteSettings: { business: { slug: string | null, enquiryFormUrl: string | null } } };

export type FaceOfPortalQueryVariables = Exact<{ [key: string]: never; }>;


export type FaceOfPortalQuery = { portal: { business: { name: string, phone: string | null, email: string | null, address: string | null, taxNumber: string | null, taxNumberLabel: string | null, timeZone: string, currency: string, taxRateBasisPoints: number | null, pageColour: PageColour, paymentTermsDays: number | null, quoteValidityDays: number | null, keepInSyncByDefault: boolean | null, paymentInstructions: Array<{ label: string, details: string }> }, paymentMethods: Array<{ label: string, details: string }> } | null };

export type ClientCardFragment = { id: string, name: string, contactName: string | null, email: string | null, phone: string | null, address: string | null, notes: string | null, archivedAt: string | null, erasedAt: string | null, erasureReason: string | null, mergedInto: { id: string } | null };

export type ClientCardQueryVariables = Exact<{
  id: string | number;
}>;


export type ClientCardQuery = { client: { owedCents: number | null, id: string, name: string, contactName: string | null, email: string | null, phone: string | null, address: string | null, notes: string | null, archivedAt: string | null, erasedAt: string | null, erasureReason: string | null, jobs: Array<{ id: string }> | null, quotes: Array<{ id: string }> | null, invoices: Array<{ id: string }> | null, messages: Array<{ body: string, job: { id: string } | null }> | null, enquiries: Array<{ id: string }> | null, mergedInto: { id: string } | null } | null };

export type ClientNamesQueryVariables = Exact<{
  search?: string | null | undefined;
  archived?: boolean | null | undefined;
}>;


export type ClientNamesQuery = { clients: { nodes: Array<{ name: string }> } };

export type SimilarClientsQueryVariables = Exact<{
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
}>;


export type SimilarClientsQuery = { similarClients: Array<{ id: string, name: string }> };

export type MakeClientMutationVariables = Exact<{
  input: CreateClientInput;
}>;


export type MakeClientMutation = { createClient: { client: { id: string, name: string, contactName: string | null, email: string | null, phone: string | null, address: string | null, notes: string | null, archivedAt: string | null, erasedAt: string | null, erasureReason: string | null, mergedInto: { id: string } | null } } };

export type ArchiveClientMutationVariables = Exact<{
  id: string | number;
}>;


export type ArchiveClientMutation = { archiveClient: { client: { archivedAt: string | null } } };

export type RestoreClientMutationVariables = Exact<{
  id: string | number;
}>;


export type RestoreClientMutation = { restoreClient: { client: { archivedAt: string | null } } };

export type MergeClientsMutationVariables = Exact<{
  keepId: string | number;
  mergeId: string | number;
  key?: string | null | undefined;
}>;


export type MergeClientsMutation = { mergeClients: { revokedPortalLinks: number, client: { id: string, name: string, contactName: string | null, email: string | null, phone: string | null, address: string | null, notes: string | null, archivedAt: string | null, erasedAt: string | null, erasureReason: string | null, mergedInto: { id: string } | null } } };

export type EraseClientMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type EraseClientMutation = { eraseClient: { client: { id: string, name: string, contactName: string | null, email: string | null, phone: string | null, address: string | null, notes: string | null, archivedAt: string | null, erasedAt: string | null, erasureReason: string | null, mergedInto: { id: string } | null } } };

export type JobTitlesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type JobTitlesQuery = { jobs: { nodes: Array<{ title: string }> } };

export type SearchEverythingQueryVariables = Exact<{
  text: string;
}>;


export type SearchEverythingQuery = { search: { jobs: Array<{ number: number, title: string }> | null, clients: Array<{ name: string }> | null, quotes: Array<{ title: string }> | null, invoices: Array<{ title: string }> | null } };

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
  title?: string | null | undefined;
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

export type EnquiryPhotosQueryVariables = Exact<{
  id: string | number;
}>;


export type EnquiryPhotosQuery = { enquiry: { photos: Array<{ id: string, width: number, height: number, thumbnailUrl: string, displayUrl: string }> } | null };

export type EnquiriesFoundQueryVariables = Exact<{
  search: string;
}>;


export type EnquiriesFoundQuery = { enquiries: { nodes: Array<{ name: string }> } };

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

export type InvoiceWholeFragment = { id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> };

export type MakeInvoiceMutationVariables = Exact<{
  input: CreateInvoiceInput;
  key?: string | null | undefined;
}>;


export type MakeInvoiceMutation = { createInvoice: { sharePromptStatus: SharePromptStatus, invoice: { id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, job: { id: string, title: string, client: { id: string, name: string } | null } | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type UpdateInvoiceMutationVariables = Exact<{
  input: UpdateInvoiceInput;
}>;


export type UpdateInvoiceMutation = { updateInvoice: { sharePromptStatus: SharePromptStatus, invoice: { id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, revision: { version: number | null, title: string | null, dueOn: string | null, totalCents: number | null, lines: Array<{ description: string | null, netCents: number | null }> | null } | null, job: { id: string } | null, quote: { id: string } | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type DiscardInvoiceChangesMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardInvoiceChangesMutation = { discardInvoiceChanges: { sharePromptStatus: SharePromptStatus, invoice: { revision: { version: number | null } | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type SendInvoiceWithWordsMutationVariables = Exact<{
  id: string | number;
  handedOver?: boolean | null | undefined;
  subject?: string | null | undefined;
  message?: string | null | undefined;
  key?: string | null | undefined;
}>;


export type SendInvoiceWithWordsMutation = { sendInvoice: { sharePromptStatus: SharePromptStatus, invoice: { id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> }, deliveries: Array<{ id: string }>, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type CreditInvoiceMutationVariables = Exact<{
  id: string | number;
  lines?: Array<CreditLineInput> | CreditLineInput | null | undefined;
  reason: string;
  handedOver?: boolean | null | undefined;
  key?: string | null | undefined;
}>;


export type CreditInvoiceMutation = { creditInvoice: { sharePromptStatus: SharePromptStatus, creditNote: { id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> }, invoice: { id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> }, deliveries: Array<{ id: string }>, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type InvoiceWholeByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoiceWholeByIdQuery = { invoice: { id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, creditNotes: Array<{ id: string, totalCents: number, status: InvoiceStatus }> | null, versions: Array<{ version: number | null, title: string | null, totalCents: number | null, digest: string | null, seller: { name: string | null, taxNumber: string | null } | null, buyer: { name: string | null } | null, lines: Array<{ netCents: number | null, taxCents: number | null }> | null, taxes: Array<{ netCents: number, taxCents: number }> | null }> | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> } | null };

export type InvoicedOfQuoteQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoicedOfQuoteQuery = { quote: { totalCents: number, taxCents: number, invoicedPercent: number | null, invoices: Array<{ id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> }> | null } | null };

export type InvoicesOfClientQueryVariables = Exact<{ [key: string]: never; }>;


export type InvoicesOfClientQuery = { portal: { job: { invoices: Array<{ id: string, kind: InvoiceKind, number: number, version: number, title: string, status: InvoiceStatus, dueOn: string | null, netCents: number, taxCents: number, totalCents: number, paidCents: number, creditedCents: number, owedCents: number, refundDueCents: number, quotePercent: number | null, creditedInvoiceNumber: number | null, creditReason: string | null, taxes: Array<{ taxRateBasisPoints: number, netCents: number, taxCents: number }>, lines: Array<{ id: string, description: string, quantity: number, unitPriceCents: number, netCents: number, taxRateBasisPoints: number | null, taxCents: number | null }> }> | null } | null } | null };

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


export type InvoicesOfPortalQuery = { portal: { version: number, quote: { id: string } | null, invoice: { id: string } | null, job: { quotes: Array<{ id: string, version: number, status: QuoteStatus }> | null, invoices: Array<{ id: string, status: InvoiceStatus, paidCents: number, owedCents: number, payments: Array<{ id: string }> | null, reversedPayments: Array<{ amountCents: number, receivedOn: string | null, reversedAt: string }> | null }> | null } | null } | null };

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


export type SwitchOffImpactQuery = { portalSwitchOffImpact: { unansweredQuoteCount: number, unpaidInvoiceCount: number, viewsInLast15MinutesCount: number, unansweredQuotes: Array<{ label: string, job: { id: string } | null }>, unpaidInvoices: Array<{ label: string, job: { id: string } | null }>, viewsInLast15Minutes: Array<{ label: string, job: { id: string } | null }> } };

export type SayTheJobWasViewedMutationVariables = Exact<{ [key: string]: never; }>;


export type SayTheJobWasViewedMutation = { recordPortalView: boolean };

export type PromptFragment = { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> };

type Change_AcceptQuoteAndCreateJobPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddMaterialPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddNotePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddPhotoPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AddTodoPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AssignVisitPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_AttachQuotePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_CancelVisitPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_CreateInvoicePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_CreateJobPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_CreditInvoicePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_DismissSharePromptPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RecordPaymentPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_RefundPaymentPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

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

type Change_SetPhotoStagePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_ShareWithClientPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_UndoRemovalPayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

type Change_UpdateInvoicePayload_Fragment = { sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null };

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
  | Change_AssignVisitPayload_Fragment
  | Change_AttachQuotePayload_Fragment
  | Change_CancelVisitPayload_Fragment
  | Change_CreateInvoicePayload_Fragment
  | Change_CreateJobPayload_Fragment
  | Change_CreditInvoicePayload_Fragment
  | Change_DismissSharePromptPayload_Fragment
  | Change_RecordPaymentPayload_Fragment
  | Change_RefundPaymentPayload_Fragment
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
  | Change_SetPhotoStagePayload_Fragment
  | Change_ShareWithClientPayload_Fragment
  | Change_UndoRemovalPayload_Fragment
  | Change_UpdateInvoicePayload_Fragment
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

export type ItemsWithClientOfJobQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemsWithClientOfJobQuery = { job: { itemsWithClient: Array<{ key: string, recordId: string | null, isCurrent: boolean }> | null } | null };

export type UpdateNoteMutationVariables = Exact<{
  id: string | number;
  body?: string | null | undefined;
  internal?: boolean | null | undefined;
}>;


export type UpdateNoteMutation = { updateNote: { sharePromptStatus: SharePromptStatus, note: { id: string, body: string, internal: boolean | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type RemoveNoteMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveNoteMutation = { removeNote: { noteId: string, sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type UndoRemovalMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoRemovalMutation = { undoRemoval: { recordId: string, sharePromptStatus: SharePromptStatus, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

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

export type PortalTextsQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalTextsQuery = { portal: { business: { name: string, phone: string | null, phoneNational: string | null, phoneInternational: string | null, email: string | null, taxName: string }, paymentMethods: Array<{ label: string, details: string }>, client: { name: string }, messages: Array<{ body: string }> | null, job: { title: string, description: string | null, siteAddress: string | null, notes: Array<{ body: string }>, todos: Array<{ title: string }>, photos: Array<{ caption: string | null }>, quotes: Array<{ title: string, terms: string | null, lines: Array<{ description: string, groupName: string | null }> }> | null, invoices: Array<{ title: string, lines: Array<{ description: string }> }> | null } | null } | null };

export type PortalLanguageQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalLanguageQuery = { portal: { client: { id: string, language: ClientLanguage | null } } | null };

export type SetClientLanguageMutationVariables = Exact<{
  id: string | number;
  language?: ClientLanguage | null | undefined;
}>;


export type SetClientLanguageMutation = { updateClient: { client: { id: string, language: ClientLanguage | null } } };

export type PortalVisitsQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalVisitsQuery = { portal: { job: { visits: Array<{ id: string, startsAt: string }> } | null } | null };

export type JobChangedSubscriptionVariables = Exact<{
  jobId: string | number;
}>;


export type JobChangedSubscription = { jobChanged: { id: string, title: string, internalNotes: string | null, notes: Array<{ body: string }>, sharePrompt: { revision: number } | null } };

export type SharePromptRaisedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SharePromptRaisedSubscription = { sharePromptRaised: { revision: number, job: { id: string, title: string }, items: Array<{ key: string }> } };

export type AttentionChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AttentionChangedSubscription = { attentionChanged: boolean };

export type PortalChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PortalChangedSubscription = { portalChanged: { messagesEnabled: boolean, business: { name: string, slug: string | null }, client: { name: string }, job: { id: string, title: string, internalNotes: string | null, notes: Array<{ body: string }>, photos: Array<{ id: string }> } | null } };

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


export type MessagesOfPortalQuery = { portal: { messagesEnabled: boolean, messages: Array<{ id: string, body: string, from: MessageSide, sentAt: string, readAt: string | null, authorName: string | null }> | null, job: { clientMessagesEnabled: boolean | null, unreadMessages: number | null, messages: Array<{ id: string, body: string, from: MessageSide, sentAt: string, readAt: string | null, authorName: string | null }> | null } | null } | null };

export type OwnPageContentFragment = { version: number, messagesEnabled: boolean, client: { name: string }, messages: Array<{ id: string }> | null, job: { id: string, title: string, quotes: Array<{ id: string, status: QuoteStatus }> | null, invoices: Array<{ id: string, owedCents: number }> | null } | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, job: { id: string } | null, client: { id: string } | null, portalLinks: Array<{ id: string }> | null, pagePublications: Array<{ version: number }> | null } | null, invoice: { id: string, title: string, status: InvoiceStatus, totalCents: number, paidCents: number, owedCents: number, internalNotes: string | null, reversedPayments: Array<{ amountCents: number }> | null, job: { id: string } | null } | null };

export type OwnPageQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnPageQuery = { portal: { version: number, messagesEnabled: boolean, client: { name: string }, messages: Array<{ id: string }> | null, job: { id: string, title: string, quotes: Array<{ id: string, status: QuoteStatus }> | null, invoices: Array<{ id: string, owedCents: number }> | null } | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, job: { id: string } | null, client: { id: string } | null, portalLinks: Array<{ id: string }> | null, pagePublications: Array<{ version: number }> | null } | null, invoice: { id: string, title: string, status: InvoiceStatus, totalCents: number, paidCents: number, owedCents: number, internalNotes: string | null, reversedPayments: Array<{ amountCents: number }> | null, job: { id: string } | null } | null } | null };

export type OwnPageChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type OwnPageChangedSubscription = { portalChanged: { version: number, messagesEnabled: boolean, client: { name: string }, messages: Array<{ id: string }> | null, job: { id: string, title: string, quotes: Array<{ id: string, status: QuoteStatus }> | null, invoices: Array<{ id: string, owedCents: number }> | null } | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, lines: Array<{ description: string, netCents: number, unitCostCents: number | null }>, job: { id: string } | null, client: { id: string } | null, portalLinks: Array<{ id: string }> | null, pagePublications: Array<{ version: number }> | null } | null, invoice: { id: string, title: string, status: InvoiceStatus, totalCents: number, paidCents: number, owedCents: number, internalNotes: string | null, reversedPayments: Array<{ amountCents: number }> | null, job: { id: string } | null } | null } };

export type DocumentVisibilityQueryVariables = Exact<{
  id: string | number;
}>;


export type DocumentVisibilityQuery = { documentVisibility: { visible: boolean, sharePromptStatus: SharePromptStatus, problem: { step: VisibilityStepName } | null, steps: Array<{ step: VisibilityStepName, state: VisibilityStepState, explanation: string }> } };

export type QuotePageQueryVariables = Exact<{
  id: string | number;
}>;


export type QuotePageQuery = { quote: { status: QuoteStatus, visibleToClient: boolean | null, hiddenReason: string | null, portalLinks: Array<{ id: string, sentTo: string, lastViewedAt: string | null, revokedAt: string | null, quote: { id: string } | null, job: { id: string } | null }> | null, pagePublications: Array<{ version: number, reason: PublicationReason, publishedBy: { name: string } | null, quote: { id: string, status: QuoteStatus, lines: Array<{ id: string }> } | null }> | null } | null };

export type InvoicePageQueryVariables = Exact<{
  jobId: string | number;
}>;


export type InvoicePageQuery = { job: { invoices: Array<{ id: string, visibleToClient: boolean | null, hiddenReason: string | null, portalLinks: Array<{ id: string, invoice: { id: string } | null }> | null, pagePublications: Array<{ version: number, invoice: { status: InvoiceStatus } | null }> | null }> | null } | null };

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


export type ClientPhotosQuery = { portal: { job: { photos: Array<{ id: string, caption: string | null, shared: boolean | null, width: number | null, height: number | null, thumbnailUrl: string | null, displayUrl: string | null, originalUrl: string | null }> } | null } | null };

export type PhotosInOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type PhotosInOrderQuery = { job: { photos: Array<{ caption: string | null, takenAt: string | null, stage: PhotoStage | null }> } | null };

export type ClientPhotosInOrderQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientPhotosInOrderQuery = { portal: { job: { photos: Array<{ caption: string | null, takenAt: string | null, stage: PhotoStage | null }> } | null } | null };

export type SetPhotoStageMutationVariables = Exact<{
  photoId: string | number;
  stage?: PhotoStage | null | undefined;
}>;


export type SetPhotoStageMutation = { setPhotoStage: { sharePromptStatus: SharePromptStatus, photo: { stage: PhotoStage | null } } };

export type ClientJobFragment = { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string, language: ClientLanguage | null } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, lines: Array<{ groupName: string | null, optional: boolean, chosen: boolean, description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null };

export type ClientPortalQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientPortalQuery = { portal: { business: { id: string | null, name: string, phone: string | null, email: string | null, slug: string | null, clientPortalEnabled: boolean | null, taxRateBasisPoints: number | null }, client: { id: string, name: string, email: string | null, phone: string | null }, job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string, language: ClientLanguage | null } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, lines: Array<{ groupName: string | null, optional: boolean, chosen: boolean, description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } | null } | null };

export type ClientJobByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ClientJobByIdQuery = { job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string, language: ClientLanguage | null } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, lines: Array<{ groupName: string | null, optional: boolean, chosen: boolean, description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } | null };

export type QuoteFactsFragment = { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null };

export type QuoteQueryVariables = Exact<{
  id: string | number;
}>;


export type QuoteQuery = { quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, job: { id: string } | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null } | null };

export type QuotesQueryVariables = Exact<{
  status?: QuoteStatus | null | undefined;
}>;


export type QuotesQuery = { quotes: { nodes: Array<{ id: string, status: QuoteStatus }> } };

export type QuotesOfJobQueryVariables = Exact<{
  jobId: string | number;
}>;


export type QuotesOfJobQuery = { job: { quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }> | null } | null };

export type CreateQuoteMutationVariables = Exact<{
  input: CreateQuoteInput;
  key?: string | null | undefined;
}>;


export type CreateQuoteMutation = { createQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, job: { id: string } | null } };

export type UpdateQuoteMutationVariables = Exact<{
  input: UpdateQuoteInput;
}>;


export type UpdateQuoteMutation = { updateQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type QuoteTotalQueryVariables = Exact<{
  quoteId: string | number;
  version: number;
  optionalLineIds?: Array<string | number> | string | number | null | undefined;
}>;


export type QuoteTotalQuery = { quoteTotal: { netCents: number, taxCents: number, totalCents: number } };

export type UndoQuoteAcceptanceMutationVariables = Exact<{
  quoteId: string | number;
  reason: string;
  key?: string | null | undefined;
}>;


export type UndoQuoteAcceptanceMutation = { undoQuoteAcceptance: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null } } };

export type WithdrawQuoteMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawQuoteMutation = { withdrawQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null } } };

export type SendQuoteAgainMutationVariables = Exact<{
  id: string | number;
  validUntil?: string | null | undefined;
  handedOver?: boolean | null | undefined;
  key?: string | null | undefined;
}>;


export type SendQuoteAgainMutation = { sendQuoteAgain: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, portalLink: { sentTo: string } | null, deliveries: Array<{ id: string, to: string }> | null } };

export type SendQuoteMutationVariables = Exact<{
  id: string | number;
  handedOver?: boolean | null | undefined;
  key?: string | null | undefined;
}>;


export type SendQuoteMutation = { sendQuote: { sharePromptStatus: SharePromptStatus | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, portalLink: { sentTo: string } | null, deliveries: Array<{ to: string }> | null, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AttachQuoteMutationVariables = Exact<{
  jobId: string | number;
  quoteId: string | number;
}>;


export type AttachQuoteMutation = { attachQuote: { sharePromptStatus: SharePromptStatus, quote: { id: string } } };

export type AcceptQuoteAndCreateJobMutationVariables = Exact<{
  quoteId: string | number;
  jobId?: string | number | null | undefined;
  optionalLineIds?: Array<string | number> | string | number | null | undefined;
  key?: string | null | undefined;
}>;


export type AcceptQuoteAndCreateJobMutation = { acceptQuoteAndCreateJob: { sharePromptStatus: SharePromptStatus, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null }, job: { id: string, title: string, status: JobStatus | null }, sharePrompt: { revision: number, raisedBy: { name: string } | null, items: Array<{ key: string, kind: ShareItemKind, label: string, change: ShareItemChange, sharedNow: boolean, preselected: boolean, before: string | null, after: string | null }>, details: Array<{ field: string, before: string | null, after: string | null }> } | null } };

export type AcceptQuoteMutationVariables = Exact<{
  quoteId: string | number;
  version: number;
  name: string;
  optionalLineIds?: Array<string | number> | string | number | null | undefined;
  pay?: DepositChoice | null | undefined;
  key?: string | null | undefined;
}>;


export type AcceptQuoteMutation = { acceptQuote: { checkoutUrl: string | null, invoice: { id: string, kind: InvoiceKind, number: number, netCents: number, taxCents: number, totalCents: number } | null, quote: { id: string, number: number, version: number, title: string, status: QuoteStatus, validUntil: string | null, netCents: number, taxCents: number, totalCents: number, marginCents: number | null, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, answerMessage: string | null, lines: Array<{ id: string, description: string, groupName: string | null, optional: boolean, chosen: boolean, netCents: number, unitCostCents: number | null }>, answer: { kind: QuoteAnswerKind | null, name: string | null, message: string | null, version: number | null, digest: string | null, answeredAt: string | null, recordedBy: { name: string } | null } | null, answers: Array<{ kind: QuoteAnswerKind | null, message: string | null, chosenLineIds: Array<string> | null, totalCents: number | null, undoneAt: string | null, undoReason: string | null, undoneBy: { name: string } | null }> | null, versions: Array<{ version: number | null, status: QuoteStatus | null, title: string | null, totalCents: number | null, digest: string | null, lines: Array<{ description: string | null, unitPriceCents: number | null }> | null }> | null } | null, job: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string, language: ClientLanguage | null } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, lines: Array<{ groupName: string | null, optional: boolean, chosen: boolean, description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } | null } };

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

export type RemindedFragment = { kind: ReminderKind, days: number, on: string, createdAt: string, delivery: { to: string, status: DeliveryStatus } | null };

export type ReminderSettingsFragment = { remindOfInvoices: boolean | null, invoiceReminderDays: Array<number> | null, remindOfQuotes: boolean | null, quoteReminderDaysBeforeExpiry: Array<number> | null, quoteReminderDaysAfterSending: Array<number> | null };

export type ReminderSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReminderSettingsQuery = { business: { remindOfInvoices: boolean | null, invoiceReminderDays: Array<number> | null, remindOfQuotes: boolean | null, quoteReminderDaysBeforeExpiry: Array<number> | null, quoteReminderDaysAfterSending: Array<number> | null } | null };

export type ChangeRemindersMutationVariables = Exact<{
  input: UpdateBusinessInput;
}>;


export type ChangeRemindersMutation = { updateBusiness: { business: { remindOfInvoices: boolean | null, invoiceReminderDays: Array<number> | null, remindOfQuotes: boolean | null, quoteReminderDaysBeforeExpiry: Array<number> | null, quoteReminderDaysAfterSending: Array<number> | null } } };

export type InvoiceRemindersQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoiceRemindersQuery = { invoice: { nextReminderOn: string | null, remindersPaused: boolean | null, reminders: Array<{ kind: ReminderKind, days: number, on: string, createdAt: string, delivery: { to: string, status: DeliveryStatus } | null }> | null } | null };

export type QuoteRemindersQueryVariables = Exact<{
  id: string | number;
}>;


export type QuoteRemindersQuery = { quote: { nextReminderOn: string | null, remindersPaused: boolean | null, reminders: Array<{ kind: ReminderKind, days: number, on: string, createdAt: string, delivery: { to: string, status: DeliveryStatus } | null }> | null } | null };

export type PauseRemindersMutationVariables = Exact<{
  input: PauseRemindersInput;
}>;


export type PauseRemindersMutation = { pauseReminders: { invoice: { remindersPaused: boolean | null, nextReminderOn: string | null } | null, quote: { remindersPaused: boolean | null, nextReminderOn: string | null } | null, client: { remindersPaused: boolean | null } | null } };

export type NeedsAttentionQueryVariables = Exact<{ [key: string]: never; }>;


export type NeedsAttentionQuery = { attention: Array<{ kind: AttentionKind, on: string, quote: { id: string } | null, invoice: { id: string } | null }> };

export type BusinessChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type BusinessChoicesQuery = { businessChoices: { timeZones: Array<string>, countries: Array<{ code: string, name: string, timeZones: Array<string>, currency: string | null, timeZone: string | null, taxName: string | null, taxRateBasisPoints: number | null }>, currencies: Array<{ code: string, name: string }> } };

export type SetupLinkQueryVariables = Exact<{
  token: string;
}>;


export type SetupLinkQuery = { setupLink: { email: string | null } | null };

export type SetUpBusinessMutationVariables = Exact<{
  input: SetUpBusinessInput;
}>;


export type SetUpBusinessMutation = { setUpBusiness: { token: string, expiresAt: string, staff: { id: string, name: string, email: string, role: StaffRole } } };

export type RequestRegistrationMutationVariables = Exact<{
  email: string;
}>;


export type RequestRegistrationMutation = { requestRegistration: boolean };

export type BusinessPlaceQueryVariables = Exact<{ [key: string]: never; }>;


export type BusinessPlaceQuery = { business: { name: string, slug: string | null, phone: string | null, email: string | null, country: string, timeZone: string, currency: string, dateOrder: DateOrder, taxName: string, taxRateBasisPoints: number | null } | null };

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


export type PreviewQuery = { sharePrompt: { preview: { id: string, number: number, title: string, description: string | null, siteAddress: string | null, status: JobStatus | null, internalNotes: string | null, staffCostCents: number | null, materialsCostCents: number | null, marginCents: number | null, progress: { done: number, total: number } | null, client: { name: string, language: ClientLanguage | null } | null, visits: Array<{ id: string, startsAt: string, endsAt: string, cancelledAt: string | null, movedFrom: string | null, assignees: Array<{ name: string }> | null }>, cancelledVisits: Array<{ id: string, startsAt: string, cancelledAt: string | null }>, notes: Array<{ id: string, body: string, createdAt: string, internal: boolean | null, author: { name: string } | null }>, todos: Array<{ id: string, title: string, done: boolean }>, photos: Array<{ id: string, caption: string | null, shared: boolean | null }>, quotes: Array<{ id: string, number: number, version: number, title: string, status: QuoteStatus, totalCents: number, internalNotes: string | null, terms: string | null, answeredAt: string | null, answeredBy: string | null, lines: Array<{ groupName: string | null, optional: boolean, chosen: boolean, description: string, quantity: number, unitPriceCents: number, netCents: number, unitCostCents: number | null }> }> | null, assignees: Array<{ name: string }> | null, materials: Array<{ name: string }> | null, publication: { version: number } | null, publications: Array<{ version: number }> | null, portalLinks: Array<{ id: string }> | null, sharePrompt: { revision: number } | null } } | null };

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

export type AssignableStaffQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignableStaffQuery = { staffMembers: Array<{ id: string, assignable: boolean }> };

export type LetTradiesTogglePhotosMutationVariables = Exact<{
  on: boolean;
}>;


export type LetTradiesTogglePhotosMutation = { updateSiteSettings: { business: { tradiesMayTogglePhotos: boolean | null } } };

export type AssignedVisitNamesFragment = { visit: { id: string, startsAt: string }, job: { id: string, number: number }, staffMember: { name: string } };

export type ScheduleVisitOfMutationVariables = Exact<{
  input: ScheduleVisitInput;
}>;


export type ScheduleVisitOfMutation = { scheduleVisit: { visit: { id: string, assignees: Array<{ name: string }> | null }, visits: Array<{ id: string, startsAt: string, endsAt: string, assignees: Array<{ name: string }> | null }>, sharePrompt: { id: string, revision: number } | null, overlappingVisits: Array<{ visit: { id: string, startsAt: string }, job: { id: string, number: number }, staffMember: { name: string } }> } };

export type MoveVisitMutationVariables = Exact<{
  id: string | number;
  startsAt: string;
  endsAt: string;
}>;


export type MoveVisitMutation = { rescheduleVisit: { overlappingVisits: Array<{ visit: { id: string, startsAt: string }, job: { id: string, number: number }, staffMember: { name: string } }> } };

export type AssignVisitMutationVariables = Exact<{
  id: string | number;
  assigneeIds: Array<string | number> | string | number;
}>;


export type AssignVisitMutation = { assignVisit: { visit: { assignees: Array<{ name: string }> | null }, overlappingVisits: Array<{ visit: { id: string, startsAt: string }, job: { id: string, number: number }, staffMember: { name: string } }> } };

export type OverlappingVisitsQueryVariables = Exact<{
  startsAt: string;
  endsAt: string;
  assigneeIds: Array<string | number> | string | number;
  exceptVisitId?: string | number | null | undefined;
}>;


export type OverlappingVisitsQuery = { overlappingVisits: Array<{ visit: { id: string, startsAt: string }, job: { id: string, number: number }, staffMember: { name: string } }> };

export type StaffRemovalImpactQueryVariables = Exact<{
  id: string | number;
}>;


export type StaffRemovalImpactQuery = { staffRemovalImpact: { visitsAheadCount: number, visitsAhead: Array<{ visit: { id: string, startsAt: string }, job: { id: string, number: number }, staffMember: { name: string } }> } };

export type RemoveAndReassignMutationVariables = Exact<{
  id: string | number;
  reassignTo?: string | number | null | undefined;
}>;


export type RemoveAndReassignMutation = { removeStaffMember: { staffMember: { id: string } } };

export type MoveVisitAndPeopleMutationVariables = Exact<{
  id: string | number;
  startsAt: string;
  endsAt: string;
  assigneeIds?: Array<string | number> | string | number | null | undefined;
  ifUnchangedSince?: string | null | undefined;
}>;


export type MoveVisitAndPeopleMutation = { rescheduleVisit: { visit: { id: string, startsAt: string, updatedAt: string | null, assignees: Array<{ name: string }> | null } } };

export type VisitsWithJobsQueryVariables = Exact<{
  from: string;
  to: string;
  assigneeId?: string | number | null | undefined;
}>;


export type VisitsWithJobsQuery = { visits: { nodes: Array<{ id: string, job: { id: string, title: string } | null }> } };

export type EndpointFieldsFragment = { id: string, url: string, description: string | null, topics: Array<string>, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failingSince: string | null, previousSecretUntil: string | null, registeredBy: { name: string } | null };

export type DeliveryFieldsFragment = { id: string, eventId: string, type: string, recordKind: WebhookRecordKind, recordId: string, status: WebhookDeliveryStatus, attempts: number, statusCode: number | null, error: string | null, nextAttemptAt: string | null, deliveredAt: string | null };

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointsQuery = { webhookTopics: Array<string>, webhookEndpoints: Array<{ id: string, url: string, description: string | null, topics: Array<string>, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failingSince: string | null, previousSecretUntil: string | null, deliveries: { nodes: Array<{ id: string, eventId: string, type: string, recordKind: WebhookRecordKind, recordId: string, status: WebhookDeliveryStatus, attempts: number, statusCode: number | null, error: string | null, nextAttemptAt: string | null, deliveredAt: string | null }> }, registeredBy: { name: string } | null }> };

export type CreateWebhookEndpointMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
  key?: string | null | undefined;
}>;


export type CreateWebhookEndpointMutation = { createWebhookEndpoint: { secret: string, endpoint: { id: string, url: string, description: string | null, topics: Array<string>, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failingSince: string | null, previousSecretUntil: string | null, registeredBy: { name: string } | null } } };

export type UpdateWebhookEndpointMutationVariables = Exact<{
  input: UpdateWebhookEndpointInput;
}>;


export type UpdateWebhookEndpointMutation = { updateWebhookEndpoint: { endpoint: { id: string, url: string, description: string | null, topics: Array<string>, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failingSince: string | null, previousSecretUntil: string | null, registeredBy: { name: string } | null } } };

export type RemoveWebhookEndpointMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveWebhookEndpointMutation = { removeWebhookEndpoint: { removedId: string } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string, endpoint: { id: string, url: string, description: string | null, topics: Array<string>, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failingSince: string | null, previousSecretUntil: string | null, registeredBy: { name: string } | null } } };

export type SendTestWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type SendTestWebhookMutation = { sendTestWebhook: { delivery: { id: string, eventId: string, type: string, recordKind: WebhookRecordKind, recordId: string, status: WebhookDeliveryStatus, attempts: number, statusCode: number | null, error: string | null, nextAttemptAt: string | null, deliveredAt: string | null } } };

export type RedeliverWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type RedeliverWebhookMutation = { redeliverWebhook: { delivery: { id: string, eventId: string, type: string, recordKind: WebhookRecordKind, recordId: string, status: WebhookDeliveryStatus, attempts: number, statusCode: number | null, error: string | null, nextAttemptAt: string | null, deliveredAt: string | null } } };

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
export const OwnBusinessFragmentDoc = new TypedDocumentString(`
    fragment OwnBusiness on Business {
  name
  phone
  email
  address
  taxNumber
  taxNumberLabel
  timeZone
  currency
  taxRateBasisPoints
  pageColour
  paymentTermsDays
  quoteValidityDays
  keepInSyncByDefault
  paymentInstructions {
    label
    details
  }
}
    `, {"fragmentName":"OwnBusiness"}) as unknown as TypedDocumentString<OwnBusinessFragment, unknown>;
export const ClientCardFragmentDoc = new TypedDocumentString(`
    fragment ClientCard on Client {
  id
  name
  contactName
  email
  phone
  address
  notes
  archivedAt
  erasedAt
  erasureReason
  mergedInto {
    id
  }
}
    `, {"fragmentName":"ClientCard"}) as unknown as TypedDocumentString<ClientCardFragment, unknown>;
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
export const InvoiceWholeFragmentDoc = new TypedDocumentString(`
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
  }
}
    `, {"fragmentName":"InvoiceWhole"}) as unknown as TypedDocumentString<InvoiceWholeFragment, unknown>;
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
export const OwnPageContentFragmentDoc = new TypedDocumentString(`
    fragment OwnPageContent on Portal {
  version
  client {
    name
  }
  messagesEnabled
  messages {
    id
  }
  job {
    id
    title
    quotes {
      id
      status
    }
    invoices {
      id
      owedCents
    }
  }
  quote {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      netCents
      unitCostCents
    }
    job {
      id
    }
    client {
      id
    }
    portalLinks {
      id
    }
    pagePublications {
      version
    }
  }
  invoice {
    id
    title
    status
    totalCents
    paidCents
    owedCents
    internalNotes
    reversedPayments {
      amountCents
    }
    job {
      id
    }
  }
}
    `, {"fragmentName":"OwnPageContent"}) as unknown as TypedDocumentString<OwnPageContentFragment, unknown>;
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
    language
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
    terms
    answeredAt
    answeredBy
    lines {
      groupName
      optional
      chosen
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
export const RemindedFragmentDoc = new TypedDocumentString(`
    fragment Reminded on Reminder {
  kind
  days
  on
  createdAt
  delivery {
    to
    status
  }
}
    `, {"fragmentName":"Reminded"}) as unknown as TypedDocumentString<RemindedFragment, unknown>;
export const ReminderSettingsFragmentDoc = new TypedDocumentString(`
    fragment ReminderSettings on Business {
  remindOfInvoices
  invoiceReminderDays
  remindOfQuotes
  quoteReminderDaysBeforeExpiry
  quoteReminderDaysAfterSending
}
    `, {"fragmentName":"ReminderSettings"}) as unknown as TypedDocumentString<ReminderSettingsFragment, unknown>;
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
export const AssignedVisitNamesFragmentDoc = new TypedDocumentString(`
    fragment AssignedVisitNames on AssignedVisit {
  visit {
    id
    startsAt
  }
  job {
    id
    number
  }
  staffMember {
    name
  }
}
    `, {"fragmentName":"AssignedVisitNames"}) as unknown as TypedDocumentString<AssignedVisitNamesFragment, unknown>;
export const EndpointFieldsFragmentDoc = new TypedDocumentString(`
    fragment EndpointFields on WebhookEndpoint {
  id
  url
  description
  topics
  status
  disabledReason
  disabledAt
  failingSince
  previousSecretUntil
  registeredBy {
    name
  }
}
    `, {"fragmentName":"EndpointFields"}) as unknown as TypedDocumentString<EndpointFieldsFragment, unknown>;
export const DeliveryFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryFields on WebhookDelivery {
  id
  eventId
  type
  recordKind
  recordId
  status
  attempts
  statusCode
  error
  nextAttemptAt
  deliveredAt
}
    `, {"fragmentName":"DeliveryFields"}) as unknown as TypedDocumentString<DeliveryFieldsFragment, unknown>;
export const UpdateBusinessDocument = new TypedDocumentString(`
    mutation UpdateBusiness($input: UpdateBusinessInput!) {
  updateBusiness(input: $input) {
    business {
      ...OwnBusiness
    }
  }
}
    fragment OwnBusiness on Business {
  name
  phone
  email
  address
  taxNumber
  taxNumberLabel
  timeZone
  currency
  taxRateBasisPoints
  pageColour
  paymentTermsDays
  quoteValidityDays
  keepInSyncByDefault
  paymentInstructions {
    label
    details
  }
}`) as unknown as TypedDocumentString<UpdateBusinessMutation, UpdateBusinessMutationVariables>;
export const OwnBusinessDocument = new TypedDocumentString(`
    query OwnBusiness {
  business {
    ...OwnBusiness
  }
}
    fragment OwnBusiness on Business {
  name
  phone
  email
  address
  taxNumber
  taxNumberLabel
  timeZone
  currency
  taxRateBasisPoints
  pageColour
  paymentTermsDays
  quoteValidityDays
  keepInSyncByDefault
  paymentInstructions {
    label
    details
  }
}`) as unknown as TypedDocumentString<OwnBusinessQuery, OwnBusinessQueryVariables>;
export const ChangeSlugDocument = new TypedDocumentString(`
    mutation ChangeSlug($slug: String!) {
  updateSiteSettings(input: {slug: $slug, enquiryFormEnabled: true}) {
    business {
      slug
      enquiryFormUrl
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeSlugMutation, ChangeSlugMutationVariables>;
export const FaceOfPortalDocument = new TypedDocumentString(`
    query FaceOfPortal {
  portal {
    business {
      ...OwnBusiness
    }
    paymentMethods {
      label
      details
    }
  }
}
    fragment OwnBusiness on Business {
  name
  phone
  email
  address
  taxNumber
  taxNumberLabel
  timeZone
  currency
  taxRateBasisPoints
  pageColour
  paymentTermsDays
  quoteValidityDays
  keepInSyncByDefault
  paymentInstructions {
    label
    details
  }
}`) as unknown as TypedDocumentString<FaceOfPortalQuery, FaceOfPortalQueryVariables>;
export const ClientCardDocument = new TypedDocumentString(`
    query ClientCard($id: ID!) {
  client(id: $id) {
    ...ClientCard
    owedCents
    jobs {
      id
    }
    quotes {
      id
    }
    invoices {
      id
    }
    messages {
      body
      job {
        id
      }
    }
    enquiries {
      id
    }
  }
}
    fragment ClientCard on Client {
  id
  name
  contactName
  email
  phone
  address
  notes
  archivedAt
  erasedAt
  erasureReason
  mergedInto {
    id
  }
}`) as unknown as TypedDocumentString<ClientCardQuery, ClientCardQueryVariables>;
export const ClientNamesDocument = new TypedDocumentString(`
    query ClientNames($search: String, $archived: Boolean) {
  clients(search: $search, archived: $archived) {
    nodes {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ClientNamesQuery, ClientNamesQueryVariables>;
export const SimilarClientsDocument = new TypedDocumentString(`
    query SimilarClients($name: String, $email: String, $phone: String) {
  similarClients(name: $name, email: $email, phone: $phone) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<SimilarClientsQuery, SimilarClientsQueryVariables>;
export const MakeClientDocument = new TypedDocumentString(`
    mutation MakeClient($input: CreateClientInput!) {
  createClient(input: $input) {
    client {
      ...ClientCard
    }
  }
}
    fragment ClientCard on Client {
  id
  name
  contactName
  email
  phone
  address
  notes
  archivedAt
  erasedAt
  erasureReason
  mergedInto {
    id
  }
}`) as unknown as TypedDocumentString<MakeClientMutation, MakeClientMutationVariables>;
export const ArchiveClientDocument = new TypedDocumentString(`
    mutation ArchiveClient($id: ID!) {
  archiveClient(id: $id) {
    client {
      archivedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ArchiveClientMutation, ArchiveClientMutationVariables>;
export const RestoreClientDocument = new TypedDocumentString(`
    mutation RestoreClient($id: ID!) {
  restoreClient(id: $id) {
    client {
      archivedAt
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreClientMutation, RestoreClientMutationVariables>;
export const MergeClientsDocument = new TypedDocumentString(`
    mutation MergeClients($keepId: ID!, $mergeId: ID!, $key: String) {
  mergeClients(keepId: $keepId, mergeId: $mergeId, key: $key) {
    client {
      ...ClientCard
    }
    revokedPortalLinks
  }
}
    fragment ClientCard on Client {
  id
  name
  contactName
  email
  phone
  address
  notes
  archivedAt
  erasedAt
  erasureReason
  mergedInto {
    id
  }
}`) as unknown as TypedDocumentString<MergeClientsMutation, MergeClientsMutationVariables>;
export const EraseClientDocument = new TypedDocumentString(`
    mutation EraseClient($id: ID!, $reason: String!) {
  eraseClient(id: $id, reason: $reason) {
    client {
      ...ClientCard
    }
  }
}
    fragment ClientCard on Client {
  id
  name
  contactName
  email
  phone
  address
  notes
  archivedAt
  erasedAt
  erasureReason
  mergedInto {
    id
  }
}`) as unknown as TypedDocumentString<EraseClientMutation, EraseClientMutationVariables>;
export const JobTitlesDocument = new TypedDocumentString(`
    query JobTitles($search: String) {
  jobs(filter: {search: $search}) {
    nodes {
      title
    }
  }
}
    `) as unknown as TypedDocumentString<JobTitlesQuery, JobTitlesQueryVariables>;
export const SearchEverythingDocument = new TypedDocumentString(`
    query SearchEverything($text: String!) {
  search(text: $text) {
    jobs {
      number
      title
    }
    clients {
      name
    }
    quotes {
      title
    }
    invoices {
      title
    }
  }
}
    `) as unknown as TypedDocumentString<SearchEverythingQuery, SearchEverythingQueryVariables>;
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
    mutation ConvertEnquiryToQuote($id: ID!, $title: String) {
  convertEnquiryToQuote(id: $id, title: $title) {
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
export const EnquiryPhotosDocument = new TypedDocumentString(`
    query EnquiryPhotos($id: ID!) {
  enquiry(id: $id) {
    photos {
      id
      width
      height
      thumbnailUrl
      displayUrl
    }
  }
}
    `) as unknown as TypedDocumentString<EnquiryPhotosQuery, EnquiryPhotosQueryVariables>;
export const EnquiriesFoundDocument = new TypedDocumentString(`
    query EnquiriesFound($search: String!) {
  enquiries(filter: {search: $search}) {
    nodes {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<EnquiriesFoundQuery, EnquiriesFoundQueryVariables>;
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
export const MakeInvoiceDocument = new TypedDocumentString(`
    mutation MakeInvoice($input: CreateInvoiceInput!, $key: String) {
  createInvoice(input: $input, key: $key) {
    ...Change
    invoice {
      ...InvoiceWhole
      job {
        id
        title
        client {
          id
          name
        }
      }
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
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
}`) as unknown as TypedDocumentString<MakeInvoiceMutation, MakeInvoiceMutationVariables>;
export const UpdateInvoiceDocument = new TypedDocumentString(`
    mutation UpdateInvoice($input: UpdateInvoiceInput!) {
  updateInvoice(input: $input) {
    ...Change
    invoice {
      ...InvoiceWhole
      revision {
        version
        title
        dueOn
        totalCents
        lines {
          description
          netCents
        }
      }
      job {
        id
      }
      quote {
        id
      }
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
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
}`) as unknown as TypedDocumentString<UpdateInvoiceMutation, UpdateInvoiceMutationVariables>;
export const DiscardInvoiceChangesDocument = new TypedDocumentString(`
    mutation DiscardInvoiceChanges($id: ID!) {
  discardInvoiceChanges(id: $id) {
    ...Change
    invoice {
      revision {
        version
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
}`) as unknown as TypedDocumentString<DiscardInvoiceChangesMutation, DiscardInvoiceChangesMutationVariables>;
export const SendInvoiceWithWordsDocument = new TypedDocumentString(`
    mutation SendInvoiceWithWords($id: ID!, $handedOver: Boolean, $subject: String, $message: String, $key: String) {
  sendInvoice(
    id: $id
    handedOver: $handedOver
    subject: $subject
    message: $message
    key: $key
  ) {
    ...Change
    invoice {
      ...InvoiceWhole
    }
    deliveries {
      id
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
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
}`) as unknown as TypedDocumentString<SendInvoiceWithWordsMutation, SendInvoiceWithWordsMutationVariables>;
export const CreditInvoiceDocument = new TypedDocumentString(`
    mutation CreditInvoice($id: ID!, $lines: [CreditLineInput!], $reason: String!, $handedOver: Boolean, $key: String) {
  creditInvoice(
    id: $id
    lines: $lines
    reason: $reason
    handedOver: $handedOver
    key: $key
  ) {
    ...Change
    creditNote {
      ...InvoiceWhole
    }
    invoice {
      ...InvoiceWhole
    }
    deliveries {
      id
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
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
}`) as unknown as TypedDocumentString<CreditInvoiceMutation, CreditInvoiceMutationVariables>;
export const InvoiceWholeByIdDocument = new TypedDocumentString(`
    query InvoiceWholeById($id: ID!) {
  invoice(id: $id) {
    ...InvoiceWhole
    creditNotes {
      id
      totalCents
      status
    }
    versions {
      version
      title
      totalCents
      digest
      seller {
        name
        taxNumber
      }
      buyer {
        name
      }
      lines {
        netCents
        taxCents
      }
      taxes {
        netCents
        taxCents
      }
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
  }
}`) as unknown as TypedDocumentString<InvoiceWholeByIdQuery, InvoiceWholeByIdQueryVariables>;
export const InvoicedOfQuoteDocument = new TypedDocumentString(`
    query InvoicedOfQuote($id: ID!) {
  quote(id: $id) {
    totalCents
    taxCents
    invoicedPercent
    invoices {
      ...InvoiceWhole
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
  }
}`) as unknown as TypedDocumentString<InvoicedOfQuoteQuery, InvoicedOfQuoteQueryVariables>;
export const InvoicesOfClientDocument = new TypedDocumentString(`
    query InvoicesOfClient {
  portal {
    job {
      invoices {
        ...InvoiceWhole
      }
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  kind
  number
  version
  title
  status
  dueOn
  netCents
  taxCents
  totalCents
  paidCents
  creditedCents
  owedCents
  refundDueCents
  quotePercent
  creditedInvoiceNumber
  creditReason
  taxes {
    taxRateBasisPoints
    netCents
    taxCents
  }
  lines {
    id
    description
    quantity
    unitPriceCents
    netCents
    taxRateBasisPoints
    taxCents
  }
}`) as unknown as TypedDocumentString<InvoicesOfClientQuery, InvoicesOfClientQueryVariables>;
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
    quote {
      id
    }
    invoice {
      id
    }
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
export const ItemsWithClientOfJobDocument = new TypedDocumentString(`
    query ItemsWithClientOfJob($id: ID!) {
  job(id: $id) {
    itemsWithClient {
      key
      recordId
      isCurrent
    }
  }
}
    `) as unknown as TypedDocumentString<ItemsWithClientOfJobQuery, ItemsWithClientOfJobQueryVariables>;
export const UpdateNoteDocument = new TypedDocumentString(`
    mutation UpdateNote($id: ID!, $body: String, $internal: Boolean) {
  updateNote(id: $id, body: $body, internal: $internal) {
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
export const UndoRemovalDocument = new TypedDocumentString(`
    mutation UndoRemoval($id: ID!) {
  undoRemoval(id: $id) {
    ...Change
    recordId
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
}`) as unknown as TypedDocumentString<UndoRemovalMutation, UndoRemovalMutationVariables>;
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
export const PortalTextsDocument = new TypedDocumentString(`
    query PortalTexts {
  portal {
    business {
      name
      phone
      phoneNational
      phoneInternational
      email
      taxName
    }
    paymentMethods {
      label
      details
    }
    client {
      name
    }
    messages {
      body
    }
    job {
      title
      description
      siteAddress
      notes {
        body
      }
      todos {
        title
      }
      photos {
        caption
      }
      quotes {
        title
        terms
        lines {
          description
          groupName
        }
      }
      invoices {
        title
        lines {
          description
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalTextsQuery, PortalTextsQueryVariables>;
export const PortalLanguageDocument = new TypedDocumentString(`
    query PortalLanguage {
  portal {
    client {
      id
      language
    }
  }
}
    `) as unknown as TypedDocumentString<PortalLanguageQuery, PortalLanguageQueryVariables>;
export const SetClientLanguageDocument = new TypedDocumentString(`
    mutation SetClientLanguage($id: ID!, $language: ClientLanguage) {
  updateClient(input: {id: $id, language: $language}) {
    client {
      id
      language
    }
  }
}
    `) as unknown as TypedDocumentString<SetClientLanguageMutation, SetClientLanguageMutationVariables>;
export const PortalVisitsDocument = new TypedDocumentString(`
    query PortalVisits {
  portal {
    job {
      visits {
        id
        startsAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalVisitsQuery, PortalVisitsQueryVariables>;
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
export const AttentionChangedDocument = new TypedDocumentString(`
    subscription AttentionChanged {
  attentionChanged
}
    `) as unknown as TypedDocumentString<AttentionChangedSubscription, AttentionChangedSubscriptionVariables>;
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
export const OwnPageDocument = new TypedDocumentString(`
    query OwnPage {
  portal {
    ...OwnPageContent
  }
}
    fragment OwnPageContent on Portal {
  version
  client {
    name
  }
  messagesEnabled
  messages {
    id
  }
  job {
    id
    title
    quotes {
      id
      status
    }
    invoices {
      id
      owedCents
    }
  }
  quote {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      netCents
      unitCostCents
    }
    job {
      id
    }
    client {
      id
    }
    portalLinks {
      id
    }
    pagePublications {
      version
    }
  }
  invoice {
    id
    title
    status
    totalCents
    paidCents
    owedCents
    internalNotes
    reversedPayments {
      amountCents
    }
    job {
      id
    }
  }
}`) as unknown as TypedDocumentString<OwnPageQuery, OwnPageQueryVariables>;
export const OwnPageChangedDocument = new TypedDocumentString(`
    subscription OwnPageChanged {
  portalChanged {
    ...OwnPageContent
  }
}
    fragment OwnPageContent on Portal {
  version
  client {
    name
  }
  messagesEnabled
  messages {
    id
  }
  job {
    id
    title
    quotes {
      id
      status
    }
    invoices {
      id
      owedCents
    }
  }
  quote {
    id
    number
    version
    title
    status
    totalCents
    internalNotes
    lines {
      description
      netCents
      unitCostCents
    }
    job {
      id
    }
    client {
      id
    }
    portalLinks {
      id
    }
    pagePublications {
      version
    }
  }
  invoice {
    id
    title
    status
    totalCents
    paidCents
    owedCents
    internalNotes
    reversedPayments {
      amountCents
    }
    job {
      id
    }
  }
}`) as unknown as TypedDocumentString<OwnPageChangedSubscription, OwnPageChangedSubscriptionVariables>;
export const DocumentVisibilityDocument = new TypedDocumentString(`
    query DocumentVisibility($id: ID!) {
  documentVisibility(id: $id) {
    visible
    problem {
      step
    }
    steps {
      step
      state
      explanation
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<DocumentVisibilityQuery, DocumentVisibilityQueryVariables>;
export const QuotePageDocument = new TypedDocumentString(`
    query QuotePage($id: ID!) {
  quote(id: $id) {
    status
    visibleToClient
    hiddenReason
    portalLinks {
      id
      sentTo
      lastViewedAt
      revokedAt
      quote {
        id
      }
      job {
        id
      }
    }
    pagePublications {
      version
      reason
      publishedBy {
        name
      }
      quote {
        id
        status
        lines {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuotePageQuery, QuotePageQueryVariables>;
export const InvoicePageDocument = new TypedDocumentString(`
    query InvoicePage($jobId: ID!) {
  job(id: $jobId) {
    invoices {
      id
      visibleToClient
      hiddenReason
      portalLinks {
        id
        invoice {
          id
        }
      }
      pagePublications {
        version
        invoice {
          status
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvoicePageQuery, InvoicePageQueryVariables>;
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
export const PhotosInOrderDocument = new TypedDocumentString(`
    query PhotosInOrder($id: ID!) {
  job(id: $id) {
    photos {
      caption
      takenAt
      stage
    }
  }
}
    `) as unknown as TypedDocumentString<PhotosInOrderQuery, PhotosInOrderQueryVariables>;
export const ClientPhotosInOrderDocument = new TypedDocumentString(`
    query ClientPhotosInOrder {
  portal {
    job {
      photos {
        caption
        takenAt
        stage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClientPhotosInOrderQuery, ClientPhotosInOrderQueryVariables>;
export const SetPhotoStageDocument = new TypedDocumentString(`
    mutation SetPhotoStage($photoId: ID!, $stage: PhotoStage) {
  setPhotoStage(photoId: $photoId, stage: $stage) {
    photo {
      stage
    }
    sharePromptStatus
  }
}
    `) as unknown as TypedDocumentString<SetPhotoStageMutation, SetPhotoStageMutationVariables>;
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
    language
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
    terms
    answeredAt
    answeredBy
    lines {
      groupName
      optional
      chosen
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
    language
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
    terms
    answeredAt
    answeredBy
    lines {
      groupName
      optional
      chosen
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
    mutation CreateQuote($input: CreateQuoteInput!, $key: String) {
  createQuote(input: $input, key: $key) {
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
export const QuoteTotalDocument = new TypedDocumentString(`
    query QuoteTotal($quoteId: ID!, $version: Int!, $optionalLineIds: [ID!]) {
  quoteTotal(
    quoteId: $quoteId
    version: $version
    optionalLineIds: $optionalLineIds
  ) {
    netCents
    taxCents
    totalCents
  }
}
    `) as unknown as TypedDocumentString<QuoteTotalQuery, QuoteTotalQueryVariables>;
export const UndoQuoteAcceptanceDocument = new TypedDocumentString(`
    mutation UndoQuoteAcceptance($quoteId: ID!, $reason: String!, $key: String) {
  undoQuoteAcceptance(quoteId: $quoteId, reason: $reason, key: $key) {
    quote {
      ...QuoteFacts
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
}`) as unknown as TypedDocumentString<UndoQuoteAcceptanceMutation, UndoQuoteAcceptanceMutationVariables>;
export const WithdrawQuoteDocument = new TypedDocumentString(`
    mutation WithdrawQuote($id: ID!) {
  withdrawQuote(id: $id) {
    quote {
      ...QuoteFacts
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
}`) as unknown as TypedDocumentString<WithdrawQuoteMutation, WithdrawQuoteMutationVariables>;
export const SendQuoteAgainDocument = new TypedDocumentString(`
    mutation SendQuoteAgain($id: ID!, $validUntil: Date, $handedOver: Boolean, $key: String) {
  sendQuoteAgain(
    id: $id
    validUntil: $validUntil
    handedOver: $handedOver
    key: $key
  ) {
    quote {
      ...QuoteFacts
    }
    portalLink {
      sentTo
    }
    deliveries {
      id
      to
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
}`) as unknown as TypedDocumentString<SendQuoteAgainMutation, SendQuoteAgainMutationVariables>;
export const SendQuoteDocument = new TypedDocumentString(`
    mutation SendQuote($id: ID!, $handedOver: Boolean, $key: String) {
  sendQuote(id: $id, handedOver: $handedOver, key: $key) {
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
    mutation AcceptQuoteAndCreateJob($quoteId: ID!, $jobId: ID, $optionalLineIds: [ID!], $key: String) {
  acceptQuoteAndCreateJob(
    quoteId: $quoteId
    jobId: $jobId
    optionalLineIds: $optionalLineIds
    key: $key
  ) {
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
    mutation AcceptQuote($quoteId: ID!, $version: Int!, $name: String!, $optionalLineIds: [ID!], $pay: DepositChoice, $key: String) {
  acceptQuote(
    quoteId: $quoteId
    version: $version
    name: $name
    optionalLineIds: $optionalLineIds
    pay: $pay
    key: $key
  ) {
    checkoutUrl
    invoice {
      id
      kind
      number
      netCents
      taxCents
      totalCents
    }
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
    language
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
    terms
    answeredAt
    answeredBy
    lines {
      groupName
      optional
      chosen
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
  terms
  answeredAt
  answeredBy
  answerMessage
  lines {
    id
    description
    groupName
    optional
    chosen
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
    chosenLineIds
    totalCents
    undoneAt
    undoReason
    undoneBy {
      name
    }
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
export const ReminderSettingsDocument = new TypedDocumentString(`
    query ReminderSettings {
  business {
    ...ReminderSettings
  }
}
    fragment ReminderSettings on Business {
  remindOfInvoices
  invoiceReminderDays
  remindOfQuotes
  quoteReminderDaysBeforeExpiry
  quoteReminderDaysAfterSending
}`) as unknown as TypedDocumentString<ReminderSettingsQuery, ReminderSettingsQueryVariables>;
export const ChangeRemindersDocument = new TypedDocumentString(`
    mutation ChangeReminders($input: UpdateBusinessInput!) {
  updateBusiness(input: $input) {
    business {
      ...ReminderSettings
    }
  }
}
    fragment ReminderSettings on Business {
  remindOfInvoices
  invoiceReminderDays
  remindOfQuotes
  quoteReminderDaysBeforeExpiry
  quoteReminderDaysAfterSending
}`) as unknown as TypedDocumentString<ChangeRemindersMutation, ChangeRemindersMutationVariables>;
export const InvoiceRemindersDocument = new TypedDocumentString(`
    query InvoiceReminders($id: ID!) {
  invoice(id: $id) {
    nextReminderOn
    remindersPaused
    reminders {
      ...Reminded
    }
  }
}
    fragment Reminded on Reminder {
  kind
  days
  on
  createdAt
  delivery {
    to
    status
  }
}`) as unknown as TypedDocumentString<InvoiceRemindersQuery, InvoiceRemindersQueryVariables>;
export const QuoteRemindersDocument = new TypedDocumentString(`
    query QuoteReminders($id: ID!) {
  quote(id: $id) {
    nextReminderOn
    remindersPaused
    reminders {
      ...Reminded
    }
  }
}
    fragment Reminded on Reminder {
  kind
  days
  on
  createdAt
  delivery {
    to
    status
  }
}`) as unknown as TypedDocumentString<QuoteRemindersQuery, QuoteRemindersQueryVariables>;
export const PauseRemindersDocument = new TypedDocumentString(`
    mutation PauseReminders($input: PauseRemindersInput!) {
  pauseReminders(input: $input) {
    invoice {
      remindersPaused
      nextReminderOn
    }
    quote {
      remindersPaused
      nextReminderOn
    }
    client {
      remindersPaused
    }
  }
}
    `) as unknown as TypedDocumentString<PauseRemindersMutation, PauseRemindersMutationVariables>;
export const NeedsAttentionDocument = new TypedDocumentString(`
    query NeedsAttention {
  attention {
    kind
    on
    quote {
      id
    }
    invoice {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<NeedsAttentionQuery, NeedsAttentionQueryVariables>;
export const BusinessChoicesDocument = new TypedDocumentString(`
    query BusinessChoices {
  businessChoices {
    countries {
      code
      name
      timeZones
      currency
      timeZone
      taxName
      taxRateBasisPoints
    }
    timeZones
    currencies {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessChoicesQuery, BusinessChoicesQueryVariables>;
export const SetupLinkDocument = new TypedDocumentString(`
    query SetupLink($token: String!) {
  setupLink(token: $token) {
    email
  }
}
    `) as unknown as TypedDocumentString<SetupLinkQuery, SetupLinkQueryVariables>;
export const SetUpBusinessDocument = new TypedDocumentString(`
    mutation SetUpBusiness($input: SetUpBusinessInput!) {
  setUpBusiness(input: $input) {
    token
    expiresAt
    staff {
      id
      name
      email
      role
    }
  }
}
    `) as unknown as TypedDocumentString<SetUpBusinessMutation, SetUpBusinessMutationVariables>;
export const RequestRegistrationDocument = new TypedDocumentString(`
    mutation RequestRegistration($email: String!) {
  requestRegistration(email: $email)
}
    `) as unknown as TypedDocumentString<RequestRegistrationMutation, RequestRegistrationMutationVariables>;
export const BusinessPlaceDocument = new TypedDocumentString(`
    query BusinessPlace {
  business {
    name
    slug
    phone
    email
    country
    timeZone
    currency
    dateOrder
    taxName
    taxRateBasisPoints
  }
}
    `) as unknown as TypedDocumentString<BusinessPlaceQuery, BusinessPlaceQueryVariables>;
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
    language
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
    terms
    answeredAt
    answeredBy
    lines {
      groupName
      optional
      chosen
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
export const AssignableStaffDocument = new TypedDocumentString(`
    query AssignableStaff {
  staffMembers {
    id
    assignable
  }
}
    `) as unknown as TypedDocumentString<AssignableStaffQuery, AssignableStaffQueryVariables>;
export const LetTradiesTogglePhotosDocument = new TypedDocumentString(`
    mutation LetTradiesTogglePhotos($on: Boolean!) {
  updateSiteSettings(input: {tradiesMayTogglePhotos: $on}) {
    business {
      tradiesMayTogglePhotos
    }
  }
}
    `) as unknown as TypedDocumentString<LetTradiesTogglePhotosMutation, LetTradiesTogglePhotosMutationVariables>;
export const ScheduleVisitOfDocument = new TypedDocumentString(`
    mutation ScheduleVisitOf($input: ScheduleVisitInput!) {
  scheduleVisit(input: $input) {
    visit {
      id
      assignees {
        name
      }
    }
    visits {
      id
      startsAt
      endsAt
      assignees {
        name
      }
    }
    sharePrompt {
      id
      revision
    }
    overlappingVisits {
      ...AssignedVisitNames
    }
  }
}
    fragment AssignedVisitNames on AssignedVisit {
  visit {
    id
    startsAt
  }
  job {
    id
    number
  }
  staffMember {
    name
  }
}`) as unknown as TypedDocumentString<ScheduleVisitOfMutation, ScheduleVisitOfMutationVariables>;
export const MoveVisitDocument = new TypedDocumentString(`
    mutation MoveVisit($id: ID!, $startsAt: DateTime!, $endsAt: DateTime!) {
  rescheduleVisit(id: $id, startsAt: $startsAt, endsAt: $endsAt) {
    overlappingVisits {
      ...AssignedVisitNames
    }
  }
}
    fragment AssignedVisitNames on AssignedVisit {
  visit {
    id
    startsAt
  }
  job {
    id
    number
  }
  staffMember {
    name
  }
}`) as unknown as TypedDocumentString<MoveVisitMutation, MoveVisitMutationVariables>;
export const AssignVisitDocument = new TypedDocumentString(`
    mutation AssignVisit($id: ID!, $assigneeIds: [ID!]!) {
  assignVisit(id: $id, assigneeIds: $assigneeIds) {
    visit {
      assignees {
        name
      }
    }
    overlappingVisits {
      ...AssignedVisitNames
    }
  }
}
    fragment AssignedVisitNames on AssignedVisit {
  visit {
    id
    startsAt
  }
  job {
    id
    number
  }
  staffMember {
    name
  }
}`) as unknown as TypedDocumentString<AssignVisitMutation, AssignVisitMutationVariables>;
export const OverlappingVisitsDocument = new TypedDocumentString(`
    query OverlappingVisits($startsAt: DateTime!, $endsAt: DateTime!, $assigneeIds: [ID!]!, $exceptVisitId: ID) {
  overlappingVisits(
    startsAt: $startsAt
    endsAt: $endsAt
    assigneeIds: $assigneeIds
    exceptVisitId: $exceptVisitId
  ) {
    ...AssignedVisitNames
  }
}
    fragment AssignedVisitNames on AssignedVisit {
  visit {
    id
    startsAt
  }
  job {
    id
    number
  }
  staffMember {
    name
  }
}`) as unknown as TypedDocumentString<OverlappingVisitsQuery, OverlappingVisitsQueryVariables>;
export const StaffRemovalImpactDocument = new TypedDocumentString(`
    query StaffRemovalImpact($id: ID!) {
  staffRemovalImpact(id: $id) {
    visitsAheadCount
    visitsAhead {
      ...AssignedVisitNames
    }
  }
}
    fragment AssignedVisitNames on AssignedVisit {
  visit {
    id
    startsAt
  }
  job {
    id
    number
  }
  staffMember {
    name
  }
}`) as unknown as TypedDocumentString<StaffRemovalImpactQuery, StaffRemovalImpactQueryVariables>;
export const RemoveAndReassignDocument = new TypedDocumentString(`
    mutation RemoveAndReassign($id: ID!, $reassignTo: ID) {
  removeStaffMember(id: $id, reassignTo: $reassignTo) {
    staffMember {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveAndReassignMutation, RemoveAndReassignMutationVariables>;
export const MoveVisitAndPeopleDocument = new TypedDocumentString(`
    mutation MoveVisitAndPeople($id: ID!, $startsAt: DateTime!, $endsAt: DateTime!, $assigneeIds: [ID!], $ifUnchangedSince: DateTime) {
  rescheduleVisit(
    id: $id
    startsAt: $startsAt
    endsAt: $endsAt
    assigneeIds: $assigneeIds
    ifUnchangedSince: $ifUnchangedSince
  ) {
    visit {
      id
      startsAt
      updatedAt
      assignees {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoveVisitAndPeopleMutation, MoveVisitAndPeopleMutationVariables>;
export const VisitsWithJobsDocument = new TypedDocumentString(`
    query VisitsWithJobs($from: DateTime!, $to: DateTime!, $assigneeId: ID) {
  visits(from: $from, to: $to, assigneeId: $assigneeId) {
    nodes {
      id
      job {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VisitsWithJobsQuery, VisitsWithJobsQueryVariables>;
export const WebhookEndpointsDocument = new TypedDocumentString(`
    query WebhookEndpoints {
  webhookTopics
  webhookEndpoints {
    ...EndpointFields
    deliveries(first: 100) {
      nodes {
        ...DeliveryFields
      }
    }
  }
}
    fragment EndpointFields on WebhookEndpoint {
  id
  url
  description
  topics
  status
  disabledReason
  disabledAt
  failingSince
  previousSecretUntil
  registeredBy {
    name
  }
}
fragment DeliveryFields on WebhookDelivery {
  id
  eventId
  type
  recordKind
  recordId
  status
  attempts
  statusCode
  error
  nextAttemptAt
  deliveredAt
}`) as unknown as TypedDocumentString<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>;
export const CreateWebhookEndpointDocument = new TypedDocumentString(`
    mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!, $key: String) {
  createWebhookEndpoint(input: $input, key: $key) {
    secret
    endpoint {
      ...EndpointFields
    }
  }
}
    fragment EndpointFields on WebhookEndpoint {
  id
  url
  description
  topics
  status
  disabledReason
  disabledAt
  failingSince
  previousSecretUntil
  registeredBy {
    name
  }
}`) as unknown as TypedDocumentString<CreateWebhookEndpointMutation, CreateWebhookEndpointMutationVariables>;
export const UpdateWebhookEndpointDocument = new TypedDocumentString(`
    mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(input: $input) {
    endpoint {
      ...EndpointFields
    }
  }
}
    fragment EndpointFields on WebhookEndpoint {
  id
  url
  description
  topics
  status
  disabledReason
  disabledAt
  failingSince
  previousSecretUntil
  registeredBy {
    name
  }
}`) as unknown as TypedDocumentString<UpdateWebhookEndpointMutation, UpdateWebhookEndpointMutationVariables>;
export const RemoveWebhookEndpointDocument = new TypedDocumentString(`
    mutation RemoveWebhookEndpoint($id: ID!) {
  removeWebhookEndpoint(id: $id) {
    removedId
  }
}
    `) as unknown as TypedDocumentString<RemoveWebhookEndpointMutation, RemoveWebhookEndpointMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
  rotateWebhookSecret(input: $input) {
    secret
    endpoint {
      ...EndpointFields
    }
  }
}
    fragment EndpointFields on WebhookEndpoint {
  id
  url
  description
  topics
  status
  disabledReason
  disabledAt
  failingSince
  previousSecretUntil
  registeredBy {
    name
  }
}`) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const SendTestWebhookDocument = new TypedDocumentString(`
    mutation SendTestWebhook($id: ID!) {
  sendTestWebhook(id: $id) {
    delivery {
      ...DeliveryFields
    }
  }
}
    fragment DeliveryFields on WebhookDelivery {
  id
  eventId
  type
  recordKind
  recordId
  status
  attempts
  statusCode
  error
  nextAttemptAt
  deliveredAt
}`) as unknown as TypedDocumentString<SendTestWebhookMutation, SendTestWebhookMutationVariables>;
export const RedeliverWebhookDocument = new TypedDocumentString(`
    mutation RedeliverWebhook($id: ID!) {
  redeliverWebhook(id: $id) {
    delivery {
      ...DeliveryFields
    }
  }
}
    fragment DeliveryFields on WebhookDelivery {
  id
  eventId
  type
  recordKind
  recordId
  status
  attempts
  statusCode
  error
  nextAttemptAt
  deliveredAt
}`) as unknown as TypedDocumentString<RedeliverWebhookMutation, RedeliverWebhookMutationVariables>;
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