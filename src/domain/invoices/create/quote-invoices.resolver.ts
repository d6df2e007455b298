import { Float, Resolver } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ComputedFor } from '../../common/computed.js';
import { HasMany } from '../../common/relations.js';
import { Quote } from '../../quotes/quote.entity.js';
import { Invoice } from '../invoice.entity.js';
import { invoicedPercentInSql } from './invoiced.js';

const readers = rolesWith('READ_INVOICES');

/** What was invoiced of a quote. */
@Resolver(() => Quote)
export class QuoteInvoicesResolver {
  @HasMany(readers, 'Invoices of the quote, oldest first.', () => Invoice, 'quote', {
    nullable: true,
  })
  invoices!: Invoice[];

  @ComputedFor({
    audiences: readers,
    description:
      'Part of the quote that was invoiced, in per cent; void and wholly credited invoices do not count.',
    type: () => Float,
    record: () => Quote,
    computedSql: invoicedPercentInSql,
  })
  invoicedPercent!: number | null;
}
