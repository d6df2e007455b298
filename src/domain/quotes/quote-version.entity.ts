import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Float, Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { whoMay } from '../staff/capabilities.js';
import { Quote } from './quote.entity.js';

const readers = whoMay('SEE_QUOTES');
const hidden = { nullable: true };

/** A line as it stood in a version that was sent: what a client could read of it, without its cost. */
@ObjectType({ description: 'One line of a version that was sent.' })
export class QuoteVersionLine {
  @FieldFor(readers, 'What was charged for.', () => String, hidden)
  description!: string;

  @FieldFor(readers, 'How many, in its own unit.', () => Float, hidden)
  quantity!: number;

  @FieldFor(readers, 'Price of one before tax, in cents.', () => Int, hidden)
  unitPriceCents!: number;

  @FieldFor(readers, 'Tax on this line in basis points.', () => Int, hidden)
  taxRateBasisPoints!: number;

  @FieldFor(readers, 'Quantity times price before tax, in cents.', () => Int, hidden)
  netCents!: number;
}

/** A version of a quote as it was sent. Written once and never changed. */
@NeverShared()
@Entity({ tableName: 'quote_versions' })
@ObjectType({ description: 'A version of a quote, as it was sent.' })
export class QuoteVersion extends BusinessRecord {
  static listedBy = ['version'];

  @ManyToOne(() => Quote, { createForeignKeyConstraint: false })
  quote!: Rel<Quote>;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Which version.', () => Int, hidden)
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(readers, 'What the price was for.', () => String, hidden)
  title!: string;

  @Property({ type: 'date', nullable: true })
  @FieldFor(readers, 'Last day on which it could be accepted.', () => GraphQLDate, hidden)
  validUntil: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'When it was sent.', () => GraphQLDateTime, hidden)
  sentAt!: Date;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Sum of its lines before tax, in cents.', () => Int, hidden)
  netCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Tax on its lines, in cents.', () => Int, hidden)
  taxCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'What the client was to pay, tax included, in cents.', () => Int, hidden)
  totalCents!: number;

  @Property({ type: 'json', columnType: 'json' })
  @FieldFor(readers, 'What it was made of, in order.', () => [QuoteVersionLine], hidden)
  lines!: QuoteVersionLine[];

  @Property({ type: 'text' })
  @FieldFor(readers, 'SHA-256 of all of this, in hex.', () => String, hidden)
  digest!: string;
}
