import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Rel, wrap } from '@mikro-orm/postgresql';
import { Float, Int, ObjectType } from 'type-graphql';
import { PartOfShareable } from '../../shareable/shareable.js';
import { staffAndClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { Quote } from './quote.entity.js';

/** Line of a quote. Clients see everything but `unitCostCents`. */
@PartOfShareable<QuoteLine>({
  of: 'QUOTE',
  field: 'lines',
  by: 'quote',
  jobId({ quote }) {
    if (!wrap(quote).isInitialized())
      throw new Error('Load the quote before its lines are changed.');
    return quote.job?.id;
  },
})
@Entity({ tableName: 'quote_lines' })
@ReadByIdFor(rolesWith('WRITE_SALES'))
@ObjectType({ implements: Node, description: 'Line of a quote.' })
export class QuoteLine extends BusinessEntity {
  static listedBy = ['position', 'id'];

  @ManyToOne(() => Quote, { createForeignKeyConstraint: false })
  quote!: Rel<Quote>;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Description.', () => String)
  description!: string;

  @Property({ type: 'double' })
  @FieldFor(staffAndClient, 'Quantity, in its own unit.', () => Float)
  quantity!: number;

  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Unit price before tax, in cents.', () => Int)
  unitPriceCents!: number;

  @Property({ type: 'double' })
  @FieldFor(
    staffAndClient,
    'Tax rate in basis points with at most one decimal: 1000 is 10 %.',
    () => Float,
  )
  taxRateBasisPoints!: number;

  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Line total before tax, in cents.', () => Int)
  netCents!: number;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Name of the group under which the line is listed, such as "Labour"; null for none.',
    () => String,
    { nullable: true },
  )
  groupName: string | null = null;

  /** The client chooses whether to take it; its field is declared in `quote-choice.resolver.ts`. */
  @Property({ type: 'boolean', default: false })
  optional: boolean = false;

  /** Part of the totals: every line that is not optional, and after the acceptance the optional lines taken. */
  @Property({ type: 'boolean', default: true })
  chosen: boolean = true;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(rolesWith('SEE_COSTS'), 'Unit cost to the business, in cents.', () => Int, {
    nullable: true,
  })
  unitCostCents: number = 0;
}
