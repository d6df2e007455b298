import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Checkout } from '../checkouts/checkout.entity.js';
import { CardRefundKind, CardRefundStatus } from './card-refund-status.js';

const readers = rolesWith('READ_INVOICES');

/** Money of an online payment that goes back to the client: a refund, or a dispute at the client's bank. */
@NeverShared()
@Entity({ tableName: 'card_refunds' })
@ObjectType({ description: 'Refund or dispute of an online payment.' })
export class CardRefund extends BusinessEntity {
  @ManyToOne(() => Checkout, { createForeignKeyConstraint: false })
  checkout!: Rel<Checkout>;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Kind.', () => CardRefundKind)
  kind!: CardRefundKind;

  @Property({ type: 'text' })
  @FieldFor(readers, 'State.', () => CardRefundStatus)
  status!: CardRefundStatus;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Amount in cents.', () => Int)
  amountCents!: number;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Reason; never visible to the client.', () => String, { nullable: true })
  reason: string | null = null;

  /** Refund or dispute at Stripe; null until Stripe has taken the request. */
  @Property({ type: 'text', nullable: true, unique: true })
  stripeId: string | null = null;

  /** Idempotency key of the caller. */
  @Property({ type: 'text', nullable: true })
  key: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Why it failed, as a code of Stripe.', () => String, { nullable: true })
  failure: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'Time of the request.', () => GraphQLDateTime)
  requestedAt!: Date;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  requestedBy: Rel<StaffMember> | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  settledAt: Date | null = null;

  /**
   * Whether its amount no longer counts as paid. What was never counted (EXCESS) never does; a refund once Stripe has
   * taken it, a dispute once it is lost.
   */
  isTakenOff(): boolean {
    if (this.kind === 'EXCESS') return true;
    return ['PENDING', 'SUCCEEDED', 'LOST'].includes(this.status);
  }
}
