import { InvoiceDocumentResolver, QuoteDocumentResolver } from './document-urls.resolver.js';

export const documents = {
  entities: [],
  resolvers: [QuoteDocumentResolver, InvoiceDocumentResolver],
};
