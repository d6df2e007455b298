import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { ID, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import type { Row } from '../database/rows.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { NeverShared } from '../sharing/shareable.js';
import { declareEnum, FieldFor } from '../visibility/declare.js';

export const OutgoingEmailStatus = {
  QUEUED: 'QUEUED',
  WAITING: 'WAITING',
  SENT: 'SENT',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;
export type OutgoingEmailStatus = keyof typeof OutgoingEmailStatus;

declareEnum(OutgoingEmailStatus, 'DeliveryStatus', whoMay('SHARE'), 'Where a mail is on its way.', {
  QUEUED: 'Goes out in a moment.',
  WAITING: 'Cannot be said yet; tried again by itself.',
  SENT: 'Handed to the mail service.',
  CANCELLED: 'No longer true, so it was not sent.',
  FAILED: 'Could not be sent: it was refused for good, or tried many times.',
});

/** A mail that somebody is owed. It names records; its words are composed when it is sent. */
@NeverShared()
@Entity({ tableName: 'outgoing_emails' })
@ObjectType('Delivery', { description: 'A mail on its way to somebody.' })
@Index({ properties: ['businessId', 'jobId'] })
export class OutgoingEmail {
  @PrimaryKey({ type: 'uuid', columnType: 'uuid' })
  @FieldFor(whoMay('SHARE'), 'Stable name of this mail.', () => ID)
  id: string = v7();

  @Property({ type: 'uuid', columnType: 'uuid' })
  businessId!: string;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true })
  jobId: string | null = null;

  @Property({ type: 'text', columnType: 'text' })
  kind!: string;

  @Property({ type: 'text', columnType: 'text' })
  @FieldFor(whoMay('SHARE'), 'The address it goes to.', () => String, {
    name: 'to',
  })
  recipient!: string;

  /** Ids and harmless words only; a token is worked out while composing and never stored. */
  @Property({ type: 'json', columnType: 'jsonb' })
  data!: Record<string, unknown>;

  @Property({ type: 'text', columnType: 'text', default: 'QUEUED' })
  @FieldFor(whoMay('SHARE'), 'Where it is.', () => OutgoingEmailStatus)
  status: OutgoingEmailStatus = 'QUEUED';

  /** Names its job in the queue: a later mail under the same key takes its place. */
  @Index()
  @Property({ type: 'text', columnType: 'text' })
  jobKey!: string;

  @Property({ type: 'integer', columnType: 'int', default: 0 })
  attempts: number = 0;

  /** Why it failed last, waits, or was cancelled. */
  @Property({ type: 'text', columnType: 'text', nullable: true })
  @FieldFor(whoMay('SHARE'), 'Why it waits, was cancelled or failed.', () => String, {
    nullable: true,
  })
  failure: string | null = null;

  @Property({ type: 'text', columnType: 'text', nullable: true })
  providerId: string | null = null;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @FieldFor(whoMay('SHARE'), 'When it was queued.', () => GraphQLDateTime)
  createdAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  @FieldFor(whoMay('SHARE'), 'When the mail service took it.', () => GraphQLDateTime, {
    nullable: true,
  })
  sentAt: Date | null = null;
}

/** An outgoing email as the worker reads it. */
export type OutgoingEmailRow = Row<OutgoingEmail>;
