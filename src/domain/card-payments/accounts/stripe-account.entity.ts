import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { NeverShared } from '../../../shareable/shareable.js';

/** Stripe account of a business, with STRIPE_CONNECT. */
@NeverShared()
@Entity({ tableName: 'stripe_accounts' })
export class StripeAccount {
  @PrimaryKey({ type: 'uuid' })
  businessId!: string;

  /** Part of the idempotency key of its creation. */
  @Property({ type: 'integer', default: 1 })
  attempt: number = 1;

  /** Null until Stripe has created it. */
  @Property({ type: 'text', nullable: true, unique: true })
  accountId: string | null = null;

  @Property({ type: 'boolean', default: false })
  chargesEnabled: boolean = false;

  /** Whether the business has given Stripe its details. */
  @Property({ type: 'boolean', default: false })
  detailsSubmitted: boolean = false;

  @Property({ type: 'timestamptz' })
  reservedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  checkedAt: Date | null = null;
}
