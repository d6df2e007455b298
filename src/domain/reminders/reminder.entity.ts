import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { NeverShared } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Quote } from '../quotes/quote.entity.js';

const readers = rolesWith('WRITE_SALES');

/** Day from which the days of a reminder are counted. */
export const ReminderKind = {
  DUE_DAY: 'DUE_DAY',
  LAST_DAY: 'LAST_DAY',
  SENDING: 'SENDING',
} as const;
export type ReminderKind = keyof typeof ReminderKind;

declareEnum(ReminderKind, 'ReminderKind', readers, 'Day from which a reminder is counted.', {
  DUE_DAY: 'Due date of the invoice.',
  LAST_DAY: 'Last day for acceptance of the quote.',
  SENDING: 'Day on which the quote was sent.',
});

/**
 * One step of the cadence that was reached for an invoice or a quote. The database allows one for each invoice or quote
 * and day, so no server can send a step twice.
 */
@NeverShared()
@Entity({ tableName: 'reminders' })
@ObjectType({ description: 'Reminder of one invoice or quote to its client.' })
export class Reminder extends BusinessEntity {
  @ManyToOne(() => Invoice, { nullable: true, createForeignKeyConstraint: false })
  invoice: Rel<Invoice> | null = null;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Day from which `days` are counted.', () => ReminderKind)
  kind!: ReminderKind;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Days after that day; negative for days before it.', () => Int)
  days!: number;

  @Property({ type: 'date' })
  @FieldFor(readers, 'Day of the reminder at the business.', () => GraphQLDate, { name: 'on' })
  day!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'Time at which its email was queued.', () => GraphQLDateTime)
  createdAt!: Date;

  /** Null when the client had no email address. */
  @ManyToOne(() => OutgoingEmail, { nullable: true, createForeignKeyConstraint: false })
  delivery: Rel<OutgoingEmail> | null = null;
}
