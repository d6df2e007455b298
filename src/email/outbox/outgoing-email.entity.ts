import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { ID, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import type { Row } from '../../database/sql/rows.js';
import { NeverShared } from '../../shareable/shareable.js';
import { anyOf } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';

/** Those who send quotes or pages or read invoices see what became of the mails. */
export const deliveryReaders = anyOf(
  rolesWith('WRITE_SALES'),
  rolesWith('READ_INVOICES'),
  rolesWith('SHARE'),
);

export const OutgoingEmailStatus = {
  QUEUED: 'QUEUED',
  WAITING: 'WAITING',
  SENT: 'SENT',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;
export type OutgoingEmailStatus = keyof typeof OutgoingEmailStatus;

declareEnum(
  OutgoingEmailStatus,
  'DeliveryStatus',
  deliveryReaders,
  'Delivery status of an email.',
  {
    QUEUED: 'Queued; sent in a moment.',
    WAITING: 'Not ready to be sent; retried automatically.',
    SENT: 'Accepted by the mail service.',
    CANCELLED: 'Not sent, because it was outdated.',
    FAILED: 'Not sent: refused by the mail service, or failed after all attempts.',
  },
);

/** An email of the outbox. `data` refers to entities; the text is composed when it is sent. */
@NeverShared()
@Entity({ tableName: 'outgoing_emails' })
@ObjectType('Delivery', { description: 'Email to a client or a staff member.' })
@Index({ properties: ['businessId', 'jobId'] })
export class OutgoingEmail {
  @PrimaryKey({ type: 'uuid', columnType: 'uuid' })
  @FieldFor(deliveryReaders, 'Stable identifier.', () => ID)
  id: string = v7();

  /** Null for a mail to somebody who has no business yet. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true })
  businessId: string | null = null;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true })
  jobId: string | null = null;

  @Property({ type: 'text', columnType: 'text' })
  kind!: string;

  @Property({ type: 'text', columnType: 'text' })
  @FieldFor(deliveryReaders, 'Email address of the recipient.', () => String, {
    name: 'to',
  })
  recipient!: string;

  /** IDs and non-secret text only; tokens are computed when composing and never stored. */
  @Property({ type: 'json', columnType: 'jsonb' })
  data!: Record<string, unknown>;

  @Property({ type: 'text', columnType: 'text', default: 'QUEUED' })
  @FieldFor(deliveryReaders, 'Delivery status.', () => OutgoingEmailStatus)
  status: OutgoingEmailStatus = 'QUEUED';

  /** Key of its job in the queue; a later mail with the same key replaces it. */
  @Index()
  @Property({ type: 'text', columnType: 'text' })
  jobKey!: string;

  @Property({ type: 'integer', columnType: 'int', default: 0 })
  attempts: number = 0;

  @Property({ type: 'text', columnType: 'text', nullable: true })
  @FieldFor(deliveryReaders, 'Reason for waiting, cancellation or failure.', () => String, {
    nullable: true,
  })
  failure: string | null = null;

  @Property({ type: 'text', columnType: 'text', nullable: true })
  providerId: string | null = null;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @FieldFor(deliveryReaders, 'Time of queueing.', () => GraphQLDateTime)
  createdAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  @FieldFor(deliveryReaders, 'Time at which the mail service accepted it.', () => GraphQLDateTime, {
    nullable: true,
  })
  sentAt: Date | null = null;
}

/** Row of an outgoing email, as the worker reads it. */
export type OutgoingEmailRow = Row<OutgoingEmail>;
