import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Rel, wrap } from '@mikro-orm/postgresql';
import { Float, Int, ObjectType } from 'type-graphql';
import { PartOfShareable } from '../../shareable/shareable.js';
import { andClient } from '../../visibility/audience.js';
import { rolesWith, rolesWithBoth } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { Invoice } from './invoice.entity.js';

const readersAndClient = andClient(rolesWith('READ_INVOICES'));

/** Line of an invoice. A copy: later changes of the quote do not affect it. */
@PartOfShareable<InvoiceLine>({
  of: 'INVOICE',
  field: 'lines',
  by: 'invoice',
  jobId({ invoice }) {
    if (!wrap(invoice).isInitialized())
      throw new Error('Load the invoice before its lines are changed.');
    return invoice.job.id;
  },
})
@Entity({ tableName: 'invoice_lines' })
// It names no job, so a key must see all of them.
@ReadByIdFor(rolesWithBoth('READ_INVOICES', 'SEE_ALL_JOBS'))
@ObjectType({ implements: Node, description: 'Line of an invoice.' })
export class InvoiceLine extends BusinessEntity {
  static listedBy = ['position', 'id'];

  @ManyToOne(() => Invoice, { createForeignKeyConstraint: false })
  invoice!: Rel<Invoice>;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @FieldFor(readersAndClient, 'Description.', () => String)
  description!: string;

  @Property({ type: 'double' })
  @FieldFor(readersAndClient, 'Quantity, in its own unit.', () => Float)
  quantity!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Unit price before tax, in cents.', () => Int)
  unitPriceCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Line total before tax, in cents.', () => Int)
  netCents!: number;

  @Property({ type: 'double' })
  @FieldFor(
    readersAndClient,
    'Tax rate in basis points with at most one decimal: 1000 is 10 %.',
    () => Float,
    {
      nullable: true,
    },
  )
  taxRateBasisPoints!: number;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    readersAndClient,
    'Share of the tax, in cents; the shares of all lines add up to the tax of the invoice. Null for earlier invoices.',
    () => Int,
    { nullable: true },
  )
  taxCents: number | null = null;

  /** Line of the quote that a line of a progress invoice is a part of. */
  @Property({ type: 'uuid', nullable: true })
  quoteLineId: string | null = null;

  /** Line of the invoice that a line of a credit note takes back. */
  @Property({ type: 'uuid', nullable: true })
  creditedLineId: string | null = null;

  /** Line of a deposit invoice that a negative line takes off. */
  @Property({ type: 'uuid', nullable: true })
  depositLineId: string | null = null;
}
