import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ID, Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { declareEnum } from '../../../visibility/declare/enums.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { WebhookEndpoint } from '../endpoints/webhook-endpoint.entity.js';
import { registrars, type WebhookKind, WebhookRecordKind } from '../webhook-kinds.js';

export const WebhookDeliveryStatus = {
  WAITING: 'WAITING',
  DELIVERED: 'DELIVERED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type WebhookDeliveryStatus = keyof typeof WebhookDeliveryStatus;
declareEnum(
  WebhookDeliveryStatus,
  'WebhookDeliveryStatus',
  registrars,
  'State of the delivery of an event.',
  {
    WAITING: 'Not delivered yet; sent at its next attempt.',
    DELIVERED: 'Answered with a 2xx status.',
    FAILED: 'Given up after all attempts.',
    CANCELLED: 'Not sent: its endpoint was switched off, or its registrar may not see the record.',
  },
);

/**
 * Event for one endpoint, with what became of it. Written by a trigger in the transaction of the change (migration
 * 0045), sent and updated by `sending/`.
 */
@NeverShared()
@Entity({ tableName: 'webhook_deliveries' })
@ObjectType({ description: 'Delivery of one event to one endpoint. Kept for 30 days.' })
export class WebhookDelivery extends BusinessEntity {
  @ManyToOne(() => WebhookEndpoint, { createForeignKeyConstraint: false })
  endpoint!: Rel<WebhookEndpoint>;

  /** Order of sending among the events of one record. */
  @Property({ type: 'string', columnType: 'bigint' })
  position!: string;

  /** Changes of a record in one transaction are one event; null for a test. */
  @Property({ type: 'string', columnType: 'bigint', nullable: true })
  transactionId: string | null = null;

  @Property({ type: 'uuid' })
  @FieldFor(
    registrars,
    'ID of the event, sent as `webhook-id`. The same at every attempt and at every endpoint.',
    () => ID,
  )
  eventId!: string;

  @Property({ type: 'text' })
  @FieldFor(registrars, 'Event type, for example `job.updated`.', () => String)
  type!: string;

  @Property({ type: 'text' })
  @FieldFor(registrars, 'Kind of the record.', () => WebhookRecordKind)
  recordKind!: WebhookKind;

  @Property({ type: 'uuid' })
  @FieldFor(registrars, 'ID of the record.', () => ID)
  recordId!: string;

  @Property({ type: 'timestamptz' })
  recordUpdatedAt!: Date;

  /**
   * Groups of columns that changed, if none did that all readers of the record see (`domain/common/updated-at.ts`); null
   * otherwise.
   */
  @Property({ type: 'string[]', columnType: 'text[]', nullable: true })
  onlyGroups: string[] | null = null;

  @Property({ type: 'text', default: 'WAITING' })
  @FieldFor(registrars, 'State of the delivery.', () => WebhookDeliveryStatus)
  status: WebhookDeliveryStatus = 'WAITING';

  @Property({ type: 'integer', default: 0 })
  @FieldFor(registrars, 'Attempts so far.', () => Int)
  attempts: number = 0;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    registrars,
    'HTTP status of the last attempt; null if there was no answer.',
    () => Int,
    { nullable: true },
  )
  statusCode: number | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(registrars, 'Why the last attempt failed, in words.', () => String, { nullable: true })
  error: string | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(registrars, 'Time of the change.', () => GraphQLDateTime)
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    registrars,
    'Time of the next attempt, or later if an earlier event of the same record waits; null when there is none.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  nextAttemptAt: Date | null = null;

  /** An attempt is under way until then; after that its server has crashed. */
  @Property({ type: 'timestamptz', nullable: true })
  sendingUntil: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(registrars, 'Time of the last attempt.', () => GraphQLDateTime, { nullable: true })
  lastAttemptAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(registrars, 'Time of the delivery.', () => GraphQLDateTime, { nullable: true })
  deliveredAt: Date | null = null;

  /** Sends it (again) at once, with all attempts before it. */
  sendAgain(now: Date): void {
    Object.assign(this, { status: 'WAITING', attempts: 0, nextAttemptAt: now, deliveredAt: null });
  }
}
