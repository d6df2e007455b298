import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Float, ID, Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import type { DateOrder } from '../../business/date-order.js';
import { BusinessEntity } from '../../common/business-entity.js';
import type { InvoiceBuyer, InvoiceSeller } from '../../invoices/versions/invoice-parties.js';
import { Node, ReadByIdFor } from '../../nodes/node.js';
import { Quote } from '../quote.entity.js';

const readers = rolesWith('SEE_QUOTES');
const hidden = { nullable: true };

/** Line of a sent version, as the client saw it: without its cost. */
@ObjectType({ description: 'Line of a sent version.' })
export class QuoteVersionLine {
  // Versions sent before lines had groups and options have neither these nor IDs.
  @FieldFor(readers, 'ID of the line, by which an answer names chosen lines.', () => ID, hidden)
  id?: string;

  @FieldFor(readers, 'Group under which the line is listed.', () => String, hidden)
  groupName?: string | null;

  @FieldFor(readers, 'Whether the client chooses if it takes this line.', () => Boolean, hidden)
  optional?: boolean;

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
}

/** Version of a quote, as sent. Never changed. */
@NeverShared()
@Entity({ tableName: 'quote_versions' })
@ReadByIdFor(rolesWith('WRITE_SALES'))
@ObjectType({ implements: Node, description: 'Version of a quote, as sent.' })
export class QuoteVersion extends BusinessEntity {
  static listedBy = ['version'];

  @ManyToOne(() => Quote, { createForeignKeyConstraint: false })
  quote!: Rel<Quote>;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Version number.', () => Int, hidden)
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Title.', () => String, hidden)
  title!: string;

  @Property({ type: 'date', nullable: true })
  @FieldFor(readers, 'Last day for acceptance.', () => GraphQLDate, hidden)
  validUntil: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Terms that the client agrees to by accepting.', () => String, hidden)
  terms: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'Time of sending.', () => GraphQLDateTime, hidden)
  sentAt!: Date;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Total before tax without optional lines, in cents.', () => Int, hidden)
  netCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Tax without optional lines, in cents.', () => Int, hidden)
  taxCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Total including tax without optional lines, in cents.', () => Int, hidden)
  totalCents!: number;

  @Property({ type: 'double', nullable: true })
  @FieldFor(
    readers,
    'Deposit in per cent of the total; null if there is none.',
    () => Float,
    hidden,
  )
  depositPercent: number | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(readers, 'Fixed deposit, in cents; null if there is none.', () => Int, hidden)
  depositCents: number | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(readers, 'Deposit on the total without optional lines, in cents.', () => Int, hidden)
  depositDueCents: number | null = null;

  @Property({ type: 'json', columnType: 'json' })
  @FieldFor(readers, 'Lines, in order.', () => [QuoteVersionLine], hidden)
  lines!: QuoteVersionLine[];

  // For the document of the version; null in versions that a server of an earlier release has sent.
  @Property({ type: 'integer', nullable: true })
  number: number | null = null;

  @Property({ type: 'text', nullable: true })
  currency: string | null = null;

  @Property({ type: 'text', nullable: true })
  taxName: string | null = null;

  @Property({ type: 'text', nullable: true })
  dateOrder: DateOrder | null = null;

  @Property({ type: 'text', nullable: true })
  timeZone: string | null = null;

  @Property({ type: 'json', columnType: 'json', nullable: true })
  seller: InvoiceSeller | null = null;

  @Property({ type: 'json', columnType: 'json', nullable: true })
  buyer: InvoiceBuyer | null = null;

  @Property({ type: 'text' })
  @FieldFor(readers, 'SHA-256 of the content, in hex.', () => String, hidden)
  digest!: string;
}
