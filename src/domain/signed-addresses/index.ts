import {
  SignedInvoiceResolver,
  SignedLogoResolver,
  SignedPhotoResolver,
  SignedQuoteResolver,
} from './signed-addresses.resolver.js';

export const signedAddresses = {
  entities: [],
  resolvers: [SignedPhotoResolver, SignedLogoResolver, SignedQuoteResolver, SignedInvoiceResolver],
};
