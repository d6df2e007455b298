import { Resolver, Root } from 'type-graphql';
import { andClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import type { Rooted } from '../common/context.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import type { DocumentKind } from './document-id.js';
import { invoicePath, quotePath, receiptPath, type Versioned } from './document-paths.js';

/** Address of the PDF of a quote. */
@Resolver(() => Quote)
export class QuoteDocumentResolver {
  @ResolvedFieldFor(
    andClient(rolesWith('SEE_QUOTES')),
    'Path of this version as PDF, with the acceptance once it is accepted; null for a draft or a withdrawn quote. Fetch it with your token in the Authorization header.',
    () => String,
    {
      nullable: true,
      columns: ['id', 'version', 'status'],
      computedSql: (
        quote,
      ) => `case ${quote}.status when 'DRAFT' then null when 'WITHDRAWN' then null
        when 'ACCEPTED' then ${pathInSql('accepted-quote', quote)} else ${pathInSql('quote', quote)} end`,
      published: (quote) => quotePath(quote as unknown as Versioned),
    },
  )
  documentUrl(@Root() quote: Rooted<Quote>): string | null {
    return quotePath(quote);
  }
}

/** Addresses of the PDFs of an invoice. */
@Resolver(() => Invoice)
export class InvoiceDocumentResolver {
  @ResolvedFieldFor(
    andClient(rolesWith('READ_INVOICES')),
    'Path of this version as PDF; null for a draft, and for an invoice that was last sent before documents existed. Fetch it with your token in the Authorization header.',
    () => String,
    {
      nullable: true,
      columns: ['id', 'version', 'status'],
      computedSql: (invoice) =>
        `case when ${invoice}.status <> 'DRAFT' and ${invoice}.version > 0 then ${pathInSql('invoice', invoice)} end`,
      published: (invoice) => invoicePath(invoice as unknown as Versioned),
    },
  )
  documentUrl(@Root() invoice: Rooted<Invoice>): string | null {
    return invoicePath(invoice);
  }

  @ResolvedFieldFor(
    andClient(rolesWith('READ_INVOICES')),
    'Path of the receipt for all payments so far as PDF; null while nothing is paid, and where `documentUrl` is null. Fetch it with your token in the Authorization header.',
    () => String,
    {
      nullable: true,
      columns: ['id', 'version', 'status', 'paidCents'],
      computedSql: (invoice) =>
        `case when ${invoice}.status <> 'DRAFT' and ${invoice}.version > 0 and ${invoice}.paid_cents > 0 then ${pathInSql('receipt', invoice)} end`,
      published: (invoice) => receiptPath(invoice as unknown as Versioned),
    },
  )
  receiptUrl(@Root() invoice: Rooted<Invoice>): string | null {
    return receiptPath(invoice);
  }
}

function pathInSql(kind: DocumentKind, row: string): string {
  return `'/documents/${kind}-' || ${row}.id || '-' || ${row}.version || '.pdf'`;
}
