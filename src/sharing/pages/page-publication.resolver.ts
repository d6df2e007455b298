import { Ctx, Resolver, Root } from 'type-graphql';
import type { Rooted } from '../../domain/common/context.js';
import { BelongsTo, HasMany, type Related } from '../../domain/common/relations.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import type { SharingContext } from '../sharing-context.js';
import { endingOfPage } from '../state/copy-ids.js';
import { PagePublication } from './page-publication.entity.js';

const sharers = rolesWith('SHARE');
const IDS =
  'Every ID in it is that of the record with `@`, the version and `-page` behind it, as in `…@3-page`, so that caches keep it apart from the record; no operation takes such an ID.';
const PUBLICATIONS = 'Publications of its own page, while its job was not shared, oldest first.';

/** Publications of the page of a quote. */
@Resolver(() => Quote)
export class QuotePagesResolver {
  @HasMany(sharers, PUBLICATIONS, () => PagePublication, 'quote', { nullable: true })
  pagePublications!: PagePublication[];
}

/** Publications of the page of an invoice. */
@Resolver(() => Invoice)
export class InvoicePagesResolver {
  @HasMany(sharers, PUBLICATIONS, () => PagePublication, 'invoice', { nullable: true })
  pagePublications!: PagePublication[];
}

@Resolver(() => PagePublication)
export class PagePublicationResolver {
  @ResolvedFieldFor(
    sharers,
    `Client's view of the quote in this version; null for an invoice. ${IDS}`,
    () => Quote,
    { nullable: true, columns: ['quoteId', 'version', 'view'], copy: true },
  )
  quote(
    @Root() { quoteId, version, view }: Rooted<PagePublication>,
    @Ctx() { sharing }: SharingContext,
  ) {
    return quoteId ? sharing.copyOf('Quote', view, endingOfPage(version)) : null;
  }

  @ResolvedFieldFor(
    sharers,
    `Client's view of the invoice in this version; null for a quote, or if it was withdrawn. ${IDS}`,
    () => Invoice,
    { nullable: true, columns: ['invoiceId', 'version', 'view'], copy: true },
  )
  invoice(
    @Root() { invoiceId, version, view }: Rooted<PagePublication>,
    @Ctx() { sharing }: SharingContext,
  ) {
    return invoiceId ? sharing.copyOf('Invoice', view, endingOfPage(version)) : null;
  }

  @BelongsTo(sharers, 'Staff member who published it; null if the client did.', () => StaffMember)
  publishedBy!: Related<StaffMember> | null;
}
