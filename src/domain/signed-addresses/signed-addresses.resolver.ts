import { Ctx, Resolver, Root } from 'type-graphql';
import { andClient, staffAndClient, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { Business } from '../business/business.entity.js';
import type { Context, Rooted } from '../common/context.js';
import { invoicePath, quotePath, receiptPath } from '../documents/document-paths.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Photo } from '../photos/photo.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { signedAddress } from './signed-address.js';
import { LifetimeArg, SignedFieldFor } from './signed-field.js';

const quoteReaders = andClient(rolesWith('SEE_QUOTES'));
const invoiceReaders = andClient(rolesWith('READ_INVOICES'));

/** Signed addresses of the sizes of a photo. */
@Resolver(() => Photo)
export class SignedPhotoResolver {
  @SignedFieldFor(staffAndClient, {
    of: 'thumbnailUrl',
    columns: ['thumbnailUrl'],
    path: ({ thumbnailUrl }: Photo) => thumbnailUrl,
  })
  signedThumbnailUrl(
    @Root() { thumbnailUrl }: Rooted<Photo>,
    @Ctx() context: Context,
    @LifetimeArg(staffAndClient) lifetimeSeconds: number,
  ): string | null {
    return signedAddress(thumbnailUrl, context, lifetimeSeconds);
  }

  @SignedFieldFor(staffAndClient, {
    of: 'displayUrl',
    columns: ['displayUrl'],
    path: ({ displayUrl }: Photo) => displayUrl,
  })
  signedDisplayUrl(
    @Root() { displayUrl }: Rooted<Photo>,
    @Ctx() context: Context,
    @LifetimeArg(staffAndClient) lifetimeSeconds: number,
  ): string | null {
    return signedAddress(displayUrl, context, lifetimeSeconds);
  }

  @SignedFieldFor(staffOnly, {
    of: 'originalUrl',
    columns: ['originalUrl'],
    path: ({ originalUrl }: Photo) => originalUrl,
  })
  signedOriginalUrl(
    @Root() { originalUrl }: Rooted<Photo>,
    @Ctx() context: Context,
    @LifetimeArg(staffOnly) lifetimeSeconds: number,
  ): string | null {
    return signedAddress(originalUrl, context, lifetimeSeconds);
  }
}

/** Signed address of the logo of a business. */
@Resolver(() => Business)
export class SignedLogoResolver {
  @SignedFieldFor(staffAndClient, {
    of: 'logoUrl',
    columns: ['logoUrl'],
    path: ({ logoUrl }: Business) => logoUrl,
  })
  signedLogoUrl(
    @Root() { logoUrl }: Rooted<Business>,
    @Ctx() context: Context,
    @LifetimeArg(staffAndClient) lifetimeSeconds: number,
  ): string | null {
    return signedAddress(logoUrl, context, lifetimeSeconds);
  }
}

/** Signed address of the PDF of a quote. */
@Resolver(() => Quote)
export class SignedQuoteResolver {
  @SignedFieldFor(quoteReaders, {
    of: 'documentUrl',
    columns: ['id', 'version', 'status'],
    path: quotePath,
  })
  signedDocumentUrl(
    @Root() quote: Rooted<Quote>,
    @Ctx() context: Context,
    @LifetimeArg(quoteReaders) lifetimeSeconds: number,
  ): string | null {
    return signedAddress(quotePath(quote), context, lifetimeSeconds);
  }
}

/** Signed addresses of the PDFs of an invoice. */
@Resolver(() => Invoice)
export class SignedInvoiceResolver {
  @SignedFieldFor(invoiceReaders, {
    of: 'documentUrl',
    columns: ['id', 'version', 'status'],
    path: invoicePath,
  })
  signedDocumentUrl(
    @Root() invoice: Rooted<Invoice>,
    @Ctx() context: Context,
    @LifetimeArg(invoiceReaders) lifetimeSeconds: number,
  ): string | null {
    return signedAddress(invoicePath(invoice), context, lifetimeSeconds);
  }

  @SignedFieldFor(invoiceReaders, {
    of: 'receiptUrl',
    columns: ['id', 'version', 'status', 'paidCents'],
    path: receiptPath,
  })
  signedReceiptUrl(
    @Root() invoice: Rooted<Invoice>,
    @Ctx() context: Context,
    @LifetimeArg(invoiceReaders) lifetimeSeconds: number,
  ): string | null {
    return signedAddress(receiptPath(invoice), context, lifetimeSeconds);
  }
}
