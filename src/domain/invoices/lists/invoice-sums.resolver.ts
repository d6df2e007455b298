import { Ctx, Float, Int, ObjectType, Resolver } from 'type-graphql';
import type { Sums } from '../../../database/reader/reader.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { QueryFor } from '../../../visibility/declare/operations.js';
import type { StaffContext } from '../../common/context.js';
import { Invoice } from '../invoice.entity.js';
import { statusInSql } from '../invoice-status.js';
import { InvoiceFilter, invoicesOf } from './invoice-lists.js';

const readers = rolesWith('READ_INVOICES');

@ObjectType({ description: 'Sums of the invoices that a filter selects.' })
class InvoiceSums {
  @FieldFor(readers, 'Number of invoices and credit notes.', () => Int)
  count!: number;

  @FieldFor(
    readers,
    'Sum of their totals in cents, less credit notes; without drafts and void ones.',
    () => Float,
  )
  totalCents!: number;

  @FieldFor(readers, 'Amount owed in cents.', () => Float)
  owedCents!: number;

  @FieldFor(readers, 'Part of the amount owed that is overdue, in cents.', () => Float)
  overdueCents!: number;
}

const SUMS: Sums = {
  totalCents: (row) =>
    `sum(${row}.total_cents) filter (where ${row}.status not in ('DRAFT', 'VOID'))`,
  owedCents: (row) => `sum(${row}.owed_cents) filter (where ${row}.status <> 'DRAFT')`,
  overdueCents: (row, today) =>
    `sum(${row}.owed_cents) filter (where ${statusInSql(row, today)} = 'OVERDUE')`,
};

/** Sums under a list of invoices. */
@Resolver(() => InvoiceSums)
export class InvoiceSumsResolver {
  @QueryFor(
    readers,
    'Sums of all invoices that a filter selects; null for more than 10,000 of them.',
    () => InvoiceSums,
    { nullable: true },
  )
  invoiceSums(
    @ArgFor(readers, 'filter', 'Filter.', () => InvoiceFilter, { nullable: true })
    filter: InvoiceFilter | null,
    @Ctx() { reader, principal }: StaffContext,
  ) {
    return reader.sums(Invoice, invoicesOf(filter ?? {}, principal.audience), SUMS);
  }
}
