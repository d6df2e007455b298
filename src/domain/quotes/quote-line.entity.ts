import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Rel, wrap } from '@mikro-orm/postgresql';
import { Float, Int, ObjectType } from 'type-graphql';
import { PartOfShareable } from '../../sharing/shareable.js';
import { staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { whoMay } from '../staff/capabilities.js';
import { Quote } from './quote.entity.js';

/** One line of a quote: the client sees what it is and what it costs them. */
@PartOfShareable<QuoteLine>((line) => {
  if (!wrap(line.quote).isInitialized())
    throw new Error('Load the quote before its lines are changed.');
  return line.quote.job?.id;
})
@Entity({ tableName: 'quote_lines' })
@ObjectType({ description: 'One line of a quote.' })
export class QuoteLine extends BusinessRecord {
  static listedBy = ['position', 'id'];

  @ManyToOne(() => Quote, { createForeignKeyConstraint: false })
  quote!: Rel<Quote>;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'What is charged for.', () => String)
  description!: string;

  @Property({ type: 'double' })
  @FieldFor(staffAndClient, 'How many, in its own unit.', () => Float)
  quantity!: number;

  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Price of one before tax, in cents.', () => Int)
  unitPriceCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Tax on this line in basis points: 1000 is 10 %.', () => Int)
  taxRateBasisPoints!: number;

  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Quantity times price before tax, in cents.', () => Int)
  netCents!: number;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(whoMay('SEE_COSTS'), 'What one costs the business, in cents.', () => Int, {
    nullable: true,
  })
  unitCostCents: number = 0;
}
