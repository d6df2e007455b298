import { ClientCareResolver } from './clients/client-care.resolver.js';
import { InvoiceAccessResolver, QuoteAccessResolver } from './diagnosis/client-access.resolver.js';
import { ClientVisibilityResolver } from './diagnosis/client-visibility.resolver.js';
import { SwitchOffImpactResolver } from './diagnosis/switch-off-impact.resolver.js';
import { FailedEmailsResolver } from './failed-emails/failed-emails.resolver.js';
import { PagePublication } from './pages/page-publication.entity.js';
import {
  InvoicePagesResolver,
  PagePublicationResolver,
  QuotePagesResolver,
} from './pages/page-publication.resolver.js';
import { JobChangeResolver, QuoteChangeResolver } from './prompt/job-change.resolver.js';
import { OutdatedScheduleResolver } from './prompt/outdated-schedule.resolver.js';
import { SharePrompt } from './prompt/share-prompt.entity.js';
import { JobPromptResolver, SharePromptResolver } from './prompt/share-prompt.resolver.js';
import { ItemsWithClientResolver } from './publish/items-with-client.resolver.js';
import { KeepInSyncResolver } from './publish/keep-in-sync.resolver.js';
import { Publication } from './publish/publication.entity.js';
import { JobPublicationsResolver, PublicationResolver } from './publish/publication.resolver.js';
import { ReversePaymentResolver } from './publish/reverse-payment.resolver.js';
import { SharingResolver } from './review/sharing.resolver.js';
import { CreditInvoiceResolver } from './sending/invoices/credit-invoice.resolver.js';
import { SendInvoiceResolver } from './sending/send-invoice.resolver.js';
import { SendQuoteResolver } from './sending/send-quote.resolver.js';

export const sharing = {
  entities: [SharePrompt, Publication, PagePublication],
  resolvers: [
    CreditInvoiceResolver,
    SendInvoiceResolver,
    SendQuoteResolver,
    InvoiceAccessResolver,
    QuoteAccessResolver,
    SwitchOffImpactResolver,
    JobChangeResolver,
    QuoteChangeResolver,
    SharePromptResolver,
    JobPromptResolver,
    OutdatedScheduleResolver,
    ItemsWithClientResolver,
    JobPublicationsResolver,
    PublicationResolver,
    QuotePagesResolver,
    InvoicePagesResolver,
    PagePublicationResolver,
    SharingResolver,
    FailedEmailsResolver,
    KeepInSyncResolver,
    ReversePaymentResolver,
    ClientVisibilityResolver,
    ClientCareResolver,
  ],
};
