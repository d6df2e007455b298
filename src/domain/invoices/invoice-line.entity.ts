import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Rel, wrap } from '@mikro-orm/postgresql';
import { Float, Int, ObjectType } from 'type-graphql';
import { PartOfShareable } from '../../sharing/shareable.js';
import { andClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { whoMay } from '../staff/capabilities.js';
import { Invoice } from './invoice.entity.js';

const readers = whoMay('READ_INVOICES');
const readersAndClient = andClient(readers);

/** One line of an invoice, as it was when the invoice was made: a quote that changes later leaves it alone. */
@PartOfShareable<InvoiceLine>((line) => {
  if (!wrap(line.invoice).isInitialized())
    throw new Error('Load the invoice before its lines are changed.');
  return line.invoice.job.id;
})
@Entity({ tableName: 'invoice_lines' })
@ObjectType({ description: 'One line of an invoice.' })
export class InvoiceLine extends BusinessRecord {
  static listedBy = ['position', 'id'];

  @ManyToOne(() => Invoice, { createForeignKeyConstraint: false })
  invoice!: Rel<Invoice>;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @FieldFor(readersAndClient, 'What is charged for.', () => String)
  description!: string;

  @Property({ type: 'double' })
  @FieldFor(readersAndClient, 'How many, in its own unit.', () => Float)
  quantity!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Price of one before tax, in cents.', () => Int)
  unitPriceCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Quantity times price before tax, in cents.', () => Int)
  netCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Tax on this line in basis points: 1000 is 10 %.', () => Int, {
    nullable: true,
  })
  taxRateBasisPoints!: number;
}
