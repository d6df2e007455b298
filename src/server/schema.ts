import { assertValidSchema, type GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import './moments.js';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { BusinessResolver } from '../domain/business/business.resolver.js';
import { ClientResolver } from '../domain/clients/client.resolver.js';
import { ClientHistoryResolver } from '../domain/clients/client-history.resolver.js';
import { EnquiryResolver } from '../domain/enquiries/enquiry.resolver.js';
import {
  ClientEnquiriesResolver,
  EnquiryReplyResolver,
} from '../domain/enquiries/enquiry-relations.resolver.js';
import { PublicEnquiryResolver } from '../domain/enquiries/public-enquiry.resolver.js';
import { InvoiceResolver } from '../domain/invoices/invoice.resolver.js';
import {
  InvoiceFieldsResolver,
  PaymentResolver,
} from '../domain/invoices/invoice-fields.resolver.js';
import { JobResolver } from '../domain/jobs/job.resolver.js';
import { JobCostsResolver } from '../domain/jobs/job-costs.resolver.js';
import {
  MaterialAddedByResolver,
  MaterialResolver,
} from '../domain/materials/material.resolver.js';
import { MessageAuthorResolver, MessageResolver } from '../domain/messages/message.resolver.js';
import { NoteAuthorResolver, NoteResolver } from '../domain/notes/note.resolver.js';
import { PhotoResolver } from '../domain/photos/photo.resolver.js';
import { QuoteRelationsResolver, QuoteResolver } from '../domain/quotes/quote.resolver.js';
import {
  QuoteAnswerResolver,
  QuoteHistoryResolver,
  QuoteVersionResolver,
} from '../domain/quotes/quote-history.resolver.js';
import { StaffResolver } from '../domain/staff/staff.resolver.js';
import { StaffMembersResolver } from '../domain/staff/staff-members.resolver.js';
import { TodoResolver } from '../domain/todos/todo.resolver.js';
import { VisitMovedResolver, VisitResolver } from '../domain/visits/visit.resolver.js';
import { VisitAssigneesResolver } from '../domain/visits/visit-assignees.resolver.js';
import { LiveResolver } from '../live/live.resolver.js';
import {
  LinksResolver,
  UpdateClientLinksResolver,
  UpdateJobLinksResolver,
} from '../portal/links.resolver.js';
import {
  MessagingResolver,
  PortalMessagesResolver,
} from '../portal/messages/messaging.resolver.js';
import { PortalResolver } from '../portal/portal.resolver.js';
import { QuoteAnswersResolver } from '../portal/quote-answers.resolver.js';
import { ReversePaymentResolver } from '../portal/reverse-payment.resolver.js';
import { SendInvoiceResolver } from '../portal/send-invoice.resolver.js';
import { SendQuoteResolver } from '../portal/send-quote.resolver.js';
import { SwitchOffImpactResolver } from '../portal/switch-off-impact.resolver.js';
import { InvoiceAccessResolver, QuoteAccessResolver } from '../sharing/client-access.resolver.js';
import { ClientVisibilityResolver } from '../sharing/client-visibility.resolver.js';
import { FailedEmailsResolver } from '../sharing/failed-emails.resolver.js';
import { JobChangeResolver, QuoteChangeResolver } from '../sharing/job-change.resolver.js';
import { KeepInSyncResolver } from '../sharing/keep-in-sync.resolver.js';
import { JobPublicationsResolver, PublicationResolver } from '../sharing/publication.resolver.js';
import { JobPromptResolver, SharePromptResolver } from '../sharing/share-prompt.resolver.js';
import { SharingResolver } from '../sharing/sharing.resolver.js';
import { boundInputs } from '../visibility/bounded-inputs.js';
import { type Policy, readPolicy } from '../visibility/policy.js';
import { proveVisibility } from '../visibility/proofs.js';
import { chargedLists } from './charged-lists.js';
import { rememberMade } from './committed.js';
import { plainFields } from './plain-fields.js';
import { VisibilityResolver } from './visibility.resolver.js';

const RESOLVERS: NonEmptyArray<NewableFunction> = [
  StaffResolver,
  StaffMembersResolver,
  BusinessResolver,
  ClientResolver,
  ClientHistoryResolver,
  JobResolver,
  JobCostsResolver,
  VisitResolver,
  VisitMovedResolver,
  VisitAssigneesResolver,
  NoteResolver,
  NoteAuthorResolver,
  TodoResolver,
  QuoteResolver,
  QuoteRelationsResolver,
  InvoiceResolver,
  InvoiceFieldsResolver,
  PaymentResolver,
  SendInvoiceResolver,
  SendQuoteResolver,
  ReversePaymentResolver,
  InvoiceAccessResolver,
  QuoteAccessResolver,
  SwitchOffImpactResolver,
  EnquiryResolver,
  ClientEnquiriesResolver,
  EnquiryReplyResolver,
  PublicEnquiryResolver,
  QuoteHistoryResolver,
  QuoteVersionResolver,
  QuoteAnswerResolver,
  PhotoResolver,
  MaterialResolver,
  MaterialAddedByResolver,
  MessageResolver,
  MessageAuthorResolver,
  JobChangeResolver,
  QuoteChangeResolver,
  SharePromptResolver,
  JobPromptResolver,
  JobPublicationsResolver,
  PublicationResolver,
  SharingResolver,
  FailedEmailsResolver,
  KeepInSyncResolver,
  ClientVisibilityResolver,
  LinksResolver,
  UpdateClientLinksResolver,
  UpdateJobLinksResolver,
  PortalResolver,
  MessagingResolver,
  PortalMessagesResolver,
  QuoteAnswersResolver,
  LiveResolver,
  VisibilityResolver,
];

// type-graphql asks for topics even where every subscription brings its own feed.
const NO_TOPICS = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Nothing here subscribes to topics.');
  },
};

/** The whole schema with its policy table, proved: anything undeclared stops the boot here. */
export function buildContract(): { schema: GraphQLSchema; policy: Policy } {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS as never,
    orphanedTypes: [],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    pubSub: NO_TOPICS,
    // What comes in is bounded below, before any resolver of type-graphql gets it.
    validate: false,
    // It would put every question of introspection to the schema, to learn what the next line asks for.
    skipCheck: true,
  });
  assertValidSchema(schema);
  const policy = readPolicy(schema);
  proveVisibility(schema, policy);
  return { schema: rememberMade(boundInputs(chargedLists(plainFields(schema)))), policy };
}
