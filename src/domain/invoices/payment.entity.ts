import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Rel, wrap } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { PartOfShareable } from '../../sharing/shareable.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Invoice } from './invoice.entity.js';
import { PaymentMethod } from './payment-method.js';

const readers = whoMay('READ_INVOICES');
const hidden = { nullable: true };

/**
 * Money that came in for an invoice. The client sees the invoice's sum of them, and each one that was
 * reversed while it had the invoice; not who wrote it down, how it came in, or why it was reversed.
 */
@PartOfShareable<Payment>((payment) => {
  if (!wrap(payment.invoice).isInitialized())
    throw new Error('Load the invoice before its payments are changed.');
  return payment.invoice.job.id;
})
@Entity({ tableName: 'payments' })
@ObjectType({ description: 'Money that came in for an invoice.' })
export class Payment extends BusinessRecord {
  @ManyToOne(() => Invoice, { createForeignKeyConstraint: false })
  invoice!: Rel<Invoice>;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Amount in cents.', () => Int)
  amountCents!: number;

  @Property({ type: 'date', nullable: true })
  @FieldFor(
    readers,
    "Day on which the money came in, in the business's time zone.",
    () => GraphQLDate,
    hidden,
  )
  receivedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'How the money came in.', () => PaymentMethod, hidden)
  method: PaymentMethod | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Reference on the bank statement or receipt.', () => String, hidden)
  reference: string | null = null;

  /** Name that the caller gave to this payment: recorded again under it, it is the same one. */
  @Property({ type: 'text', nullable: true })
  key: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'When it was recorded.', () => GraphQLDateTime)
  recordedAt!: Date;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  recordedBy!: Rel<StaffMember>;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(readers, 'When it was reversed; null while it counts.', () => GraphQLDateTime, hidden)
  reversedAt: Date | null = null;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  reversedBy: Rel<StaffMember> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Why it was reversed; the client never sees it.', () => String, hidden)
  reversalReason: string | null = null;

  /** The client had the invoice, with this payment in its sums, when the payment was reversed. */
  @Property({ type: 'boolean', default: false })
  shownWhenReversed: boolean = false;

  reverse(by: Rel<StaffMember>, reason: string, wasShown: boolean, now: Date): void {
    this.reversedAt = now;
    this.reversedBy = by;
    this.reversalReason = reason;
    this.shownWhenReversed = wasShown;
  }
}
