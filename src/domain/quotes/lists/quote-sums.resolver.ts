import { Ctx, Float, Int, ObjectType, Resolver } from 'type-graphql';
import type { Sums } from '../../../database/reader/reader.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { QueryFor } from '../../../visibility/declare/operations.js';
import type { StaffContext } from '../../common/context.js';
import { Quote } from '../quote.entity.js';
import { statusInSql } from '../quote-status.js';
import { QuoteFilter, quotesOf } from './quote-lists.js';

const readers = rolesWith('WRITE_SALES');

@ObjectType({ description: 'Sums of the quotes that a filter selects.' })
class QuoteSums {
  @FieldFor(readers, 'Number of quotes.', () => Int)
  count!: number;

  @FieldFor(
    readers,
    'Sum of their totals in cents; without drafts and withdrawn ones.',
    () => Float,
  )
  totalCents!: number;

  @FieldFor(readers, 'Total of those that wait for an answer, in cents.', () => Float)
  openCents!: number;

  @FieldFor(readers, 'Total of those that were accepted, in cents.', () => Float)
  acceptedCents!: number;
}

const SUMS: Sums = {
  totalCents: (row) =>
    `sum(${row}.total_cents) filter (where ${row}.status not in ('DRAFT', 'WITHDRAWN'))`,
  openCents: (row, today) =>
    `sum(${row}.total_cents) filter (where ${statusInSql(row, today)} = 'SENT')`,
  acceptedCents: (row) => `sum(${row}.total_cents) filter (where ${row}.status = 'ACCEPTED')`,
};

/** Sums under a list of quotes. */
@Resolver(() => QuoteSums)
export class QuoteSumsResolver {
  @QueryFor(
    readers,
    'Sums of all quotes that a filter selects; null for more than 10,000 of them.',
    () => QuoteSums,
    { nullable: true },
  )
  quoteSums(
    @ArgFor(readers, 'filter', 'Filter.', () => QuoteFilter, { nullable: true })
    filter: QuoteFilter | null,
    @Ctx() { reader, principal }: StaffContext,
  ) {
    return reader.sums(Quote, quotesOf(filter ?? {}, principal.audience), SUMS);
  }
}
