import { PortalLink } from './portal-link.entity.js';
import {
  InvoiceLinksResolver,
  LinkSubjectResolver,
  LinksResolver,
  QuoteLinksResolver,
  UpdateClientLinksResolver,
  UpdateJobLinksResolver,
} from './portal-links.resolver.js';

export const portalLinks = {
  entities: [PortalLink],
  resolvers: [
    LinksResolver,
    QuoteLinksResolver,
    InvoiceLinksResolver,
    LinkSubjectResolver,
    UpdateClientLinksResolver,
    UpdateJobLinksResolver,
  ],
};
