import { GraphQLDate } from 'graphql-scalars';
import { Float, Int, ObjectType } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import type { LineOfInvoice } from '../line-of-invoice.js';

const readers = rolesWith('READ_INVOICES');
const hidden = { nullable: true };

/** Line of a revision. */
@ObjectType({ description: 'Line of an invoice as it will be sent.' })
export class InvoiceRevisionLine implements LineOfInvoice {
  @FieldFor(readers, 'Description.', () => String, hidden)
  description!: string;

  @FieldFor(readers, 'Quantity, in its own unit.', () => Float, hidden)
  quantity!: number;

  @FieldFor(readers, 'Unit price before tax, in cents.', () => Int, hidden)
  unitPriceCents!: number;

  @FieldFor(readers, 'Tax rate in basis points.', () => Float, hidden)
  taxRateBasisPoints!: number;

  @FieldFor(readers, 'Line total before tax, in cents.', () => Int, hidden)
  netCents!: number;

  @FieldFor(readers, 'Share of the tax, in cents.', () => Int, hidden)
  taxCents!: number;
}

/**
 * Changed content of an invoice that its client has. Until it is sent again the client owes what it was sent, and pays
 * that; then the revision becomes the invoice.
 */
@ObjectType({ description: 'Changes of a sent invoice, before they are sent.' })
export class InvoiceRevision {
  @FieldFor(readers, 'Version that it becomes.', () => Int, hidden)
  version!: number;

  @FieldFor(readers, 'Title.', () => String, hidden)
  title!: string;

  @FieldFor(readers, 'Due date; null for the payment terms at sending.', () => GraphQLDate, hidden)
  dueOn!: string | null;

  @FieldFor(readers, 'Lines, in order.', () => [InvoiceRevisionLine], hidden)
  lines!: InvoiceRevisionLine[];

  @FieldFor(readers, 'Total before tax, in cents.', () => Int, hidden)
  netCents!: number;

  @FieldFor(readers, 'Tax, in cents.', () => Int, hidden)
  taxCents!: number;

  @FieldFor(readers, 'Total including tax, in cents.', () => Int, hidden)
  totalCents!: number;
}
