import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { Client } from '../../clients/client.entity.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { Invoice } from '../../invoices/invoice.entity.js';
import { type CheckoutCloseReason, CheckoutStatus } from './checkout-status.js';

const readers = rolesWith('READ_INVOICES');

/**
 * One attempt of a client to pay an invoice on Stripe's page. What is sent to Stripe is fixed in this row before Stripe
 * is called, so a call that is repeated after a crash is the same call.
 */
@NeverShared()
@Entity({ tableName: 'card_checkouts' })
@ObjectType({ description: 'Attempt of a client to pay an invoice online.' })
export class Checkout extends BusinessEntity {
  @ManyToOne(() => Invoice, { createForeignKeyConstraint: false })
  invoice!: Rel<Invoice>;

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  /** Portal link that it was opened from. */
  @Property({ type: 'uuid', nullable: true })
  linkId: string | null = null;

  /** Counts up from 1 for each invoice; part of the idempotency key. */
  @Property({ type: 'integer' })
  attempt!: number;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Amount to pay, in cents.', () => Int)
  amountCents!: number;

  @Property({ type: 'text' })
  currency!: string;

  /** Name of what is paid, on Stripe's page. */
  @Property({ type: 'text' })
  title!: string;

  /** Stripe account of the business; null: the account of the key. */
  @Property({ type: 'text', nullable: true })
  accountId: string | null = null;

  /** Idempotency key of the caller. */
  @Property({ type: 'text', nullable: true })
  key: string | null = null;

  @Property({ type: 'text' })
  @FieldFor(readers, 'State of the attempt.', () => CheckoutStatus)
  status: CheckoutStatus = CheckoutStatus.RESERVED;

  /** Why it was closed before it was paid. */
  @Property({ type: 'text', nullable: true })
  closeReason: CheckoutCloseReason | null = null;

  @Property({ type: 'text', nullable: true, unique: true })
  sessionId: string | null = null;

  @Property({ type: 'text', nullable: true })
  url: string | null = null;

  @Property({ type: 'text', nullable: true })
  paymentIntentId: string | null = null;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(readers, 'Amount received, in cents, before refunds.', () => Int)
  receivedCents: number = 0;

  /** Code of Stripe, such as `amount_too_small`. */
  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Why it failed, as a code of Stripe.', () => String, { nullable: true })
  failure: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'Time at which the client began.', () => GraphQLDateTime)
  reservedAt!: Date;

  /** Stripe takes no payment after this. */
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  /** Next time at which Stripe is asked about it; null when it is settled. */
  @Property({ type: 'timestamptz', nullable: true })
  checkAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(readers, 'Time at which it was paid, failed or expired.', () => GraphQLDateTime, {
    nullable: true,
  })
  settledAt: Date | null = null;

  /** Records the page that Stripe opened. A checkout that was closed meanwhile stays closed. */
  open(session: { id: string; url: string | null }, checkAt: Date): void {
    this.sessionId = session.id;
    this.url = session.url;
    if (this.status !== CheckoutStatus.RESERVED) return;
    this.status = CheckoutStatus.OPEN;
    this.checkAt = checkAt;
  }

  close(reason: CheckoutCloseReason, now: Date): void {
    this.status = CheckoutStatus.CLOSING;
    this.closeReason = reason;
    this.checkAt = now;
  }

  /** Whether it may still become paid: none of PAID, FAILED and EXPIRED. */
  isPending(): boolean {
    const pending: CheckoutStatus[] = ['RESERVED', 'OPEN', 'CLOSING', 'PROCESSING'];
    return pending.includes(this.status);
  }

  settle(status: 'PAID' | 'FAILED' | 'EXPIRED', now: Date): void {
    this.status = status;
    this.settledAt = now;
    this.checkAt = null;
  }
}
