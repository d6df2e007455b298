import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Float, Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { rolesWith, rolesWithBoth } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { DateOrder } from '../../business/date-order.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { TaxOfRate } from '../../money/taxes.js';
import { Node, ReadByIdFor } from '../../nodes/node.js';
import { Invoice } from '../invoice.entity.js';
import { InvoiceKind } from '../invoice-kind.js';
import { InvoiceBuyer, InvoiceSeller } from './invoice-parties.js';

const readers = rolesWith('READ_INVOICES');
const hidden = { nullable: true };

/** Line of a sent version. */
@ObjectType({ description: 'Line of a sent version of an invoice.' })
export class InvoiceVersionLine {
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

  @FieldFor(
    readers,
    'Share of the tax, in cents; the shares add up to `taxCents`.',
    () => Int,
    hidden,
  )
  taxCents!: number;
}

/**
 * Version of an invoice or credit note, as sent: what a document of it prints. Never changed, except that the erasure of
 * a person blanks names. A payment makes no new version. Amounts of a credit note are negative.
 */
@NeverShared()
@Entity({ tableName: 'invoice_versions' })
// It names no job, so a key must see all of them.
@ReadByIdFor(rolesWithBoth('READ_INVOICES', 'SEE_ALL_JOBS'))
@ObjectType({ implements: Node, description: 'Version of an invoice, as sent.' })
export class InvoiceVersion extends BusinessEntity {
  static listedBy = ['version'];

  @ManyToOne(() => Invoice, { createForeignKeyConstraint: false })
  invoice!: Rel<Invoice>;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Version number; counts up from 1.', () => Int, hidden)
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Kind.', () => InvoiceKind, hidden)
  kind!: InvoiceKind;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Invoice number.', () => Int, hidden)
  number!: number;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Title.', () => String, hidden)
  title!: string;

  @Property({ type: 'date' })
  @FieldFor(readers, 'Day of the first sending.', () => GraphQLDate, hidden)
  issuedOn!: string;

  @Property({ type: 'date', nullable: true })
  @FieldFor(readers, 'Due date; null for a credit note.', () => GraphQLDate, hidden)
  dueOn: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'Time at which this version was first sent.', () => GraphQLDateTime, hidden)
  sentAt!: Date;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(readers, 'Number of the invoice that a credit note takes back.', () => Int, hidden)
  creditedInvoiceNumber: number | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Reason of a credit note.', () => String, hidden)
  creditReason: string | null = null;

  @Property({ type: 'text' })
  @FieldFor(readers, 'ISO 4217 code of the currency of all amounts.', () => String, hidden)
  currency!: string;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Name of the tax, such as GST.', () => String, hidden)
  taxName!: string;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Order in which dates are written.', () => DateOrder, hidden)
  dateOrder!: DateOrder;

  @Property({ type: 'json', columnType: 'json' })
  @FieldFor(readers, 'Business at the time of sending.', () => InvoiceSeller, hidden)
  seller!: InvoiceSeller;

  @Property({ type: 'json', columnType: 'json' })
  @FieldFor(readers, 'Client at the time of sending.', () => InvoiceBuyer, hidden)
  buyer!: InvoiceBuyer;

  @Property({ type: 'json', columnType: 'json' })
  @FieldFor(readers, 'Lines, in order.', () => [InvoiceVersionLine], hidden)
  lines!: InvoiceVersionLine[];

  @Property({ type: 'json', columnType: 'json' })
  @FieldFor(readers, 'Net amount and tax by rate, highest rate first.', () => [TaxOfRate], hidden)
  taxes!: TaxOfRate[];

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Total before tax, in cents.', () => Int, hidden)
  netCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Tax, in cents.', () => Int, hidden)
  taxCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Total including tax, in cents.', () => Int, hidden)
  totalCents!: number;

  @Property({ type: 'text' })
  @FieldFor(readers, 'SHA-256 of the content, in hex.', () => String, hidden)
  digest!: string;
}
