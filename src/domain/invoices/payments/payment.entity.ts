import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Rel, wrap } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { PartOfShareable } from '../../../shareable/shareable.js';
import { rolesWith, rolesWithBoth } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { Node, ReadByIdFor } from '../../nodes/node.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Invoice } from '../invoice.entity.js';
import { PaymentMethod } from './payment-method.js';

const readers = rolesWith('READ_INVOICES');
const hidden = { nullable: true };

/**
 * Payment of an invoice. The client sees the sum of payments, and each payment that was reversed while it had
 * the invoice; not the staff members, the method or the reason.
 */
@PartOfShareable<Payment>({
  of: 'INVOICE',
  field: 'reversedPayments',
  by: 'invoice',
  where: (payment) => `${payment}.reversed_at is not null and ${payment}.shown_when_reversed`,
  jobId({ invoice }) {
    if (!wrap(invoice).isInitialized())
      throw new Error('Load the invoice before its payments are changed.');
    return invoice.job.id;
  },
})
@Entity({ tableName: 'payments' })
// It names no job, so a key must see all of them.
@ReadByIdFor(rolesWithBoth('READ_INVOICES', 'SEE_ALL_JOBS'))
@ObjectType({ implements: Node, description: 'Payment of an invoice.' })
export class Payment extends BusinessEntity {
  @ManyToOne(() => Invoice, { createForeignKeyConstraint: false })
  invoice!: Rel<Invoice>;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Amount in cents.', () => Int)
  amountCents!: number;

  @Property({ type: 'date', nullable: true })
  @FieldFor(readers, "Day of receipt, in the business's time zone.", () => GraphQLDate, hidden)
  receivedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Payment method.', () => PaymentMethod, hidden)
  method: PaymentMethod | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Reference on the bank statement or receipt.', () => String, hidden)
  reference: string | null = null;

  /** Idempotency key of the caller. */
  @Property({ type: 'text', nullable: true })
  key: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'Time of recording.', () => GraphQLDateTime)
  recordedAt!: Date;

  /** Null for a payment on the client's page. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  recordedBy: Rel<StaffMember> | null = null;

  /** Checkout of a payment on the client's page. */
  @Property({ type: 'uuid', nullable: true })
  checkoutId: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(readers, 'Time of reversal; null when not reversed.', () => GraphQLDateTime, hidden)
  reversedAt: Date | null = null;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  reversedBy: Rel<StaffMember> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Reason for the reversal; never visible to the client.', () => String, hidden)
  reversalReason: string | null = null;

  /** Whether the client had the invoice, with this payment in its totals, when it was reversed. */
  @Property({ type: 'boolean', default: false })
  shownWhenReversed: boolean = false;

  reverse(by: Rel<StaffMember> | null, reason: string, wasShown: boolean, now: Date): void {
    this.reversedAt = now;
    this.reversedBy = by;
    this.reversalReason = reason;
    this.shownWhenReversed = wasShown;
  }
}
