import { QuoteAnswersResolver } from './answers/quote-answers.resolver.js';
import { DeadLinksResolver } from './dead-links/dead-links.resolver.js';
import { MessagingResolver, PortalMessagesResolver } from './messages/messaging.resolver.js';
import { PayInvoiceResolver } from './payments/pay-invoice.resolver.js';
import { PortalResolver } from './portal.resolver.js';

export const portal = {
  entities: [],
  resolvers: [
    PortalResolver,
    DeadLinksResolver,
    MessagingResolver,
    PortalMessagesResolver,
    QuoteAnswersResolver,
    PayInvoiceResolver,
  ],
};
