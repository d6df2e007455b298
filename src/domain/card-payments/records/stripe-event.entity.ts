import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { NeverShared } from '../../../shareable/shareable.js';

/** RECORDED: about a checkout or account of ours; UNKNOWN: about something not known here; IGNORED: of no interest. */
export type EventOutcome = 'RECORDED' | 'UNKNOWN' | 'IGNORED';

/** Event of Stripe, kept once. Of its content only ids are kept. */
@NeverShared()
@Entity({ tableName: 'stripe_events' })
export class StripeEvent {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  type!: string;

  @Property({ type: 'text', nullable: true })
  accountId: string | null = null;

  @Property({ type: 'text', nullable: true })
  objectId: string | null = null;

  @Property({ type: 'text', nullable: true })
  paymentIntentId: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  checkoutId: string | null = null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  receivedAt!: Date;

  @Property({ type: 'text' })
  outcome!: EventOutcome;
}
