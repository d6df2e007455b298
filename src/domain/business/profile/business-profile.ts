import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Int, ObjectType } from 'type-graphql';
import { staffAndClient, staffOnly } from '../../../visibility/audience.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { PageColour } from './page-colour.js';
import { PaymentInstruction } from './payment-instruction.js';

const hidden = { nullable: true };

/** Maximum characters of the terms of quotes. */
export const MAX_TERMS_LENGTH = 20_000;

/** Columns of a business that Business Settings changes. What clients see of them is live, not published. */
@Entity({ abstract: true })
@ObjectType()
export abstract class BusinessProfile {
  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Postal address; part of emailed invoices.', () => String, hidden)
  address: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Tax number; part of emailed invoices.', () => String, hidden)
  taxNumber: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffOnly,
    'Name of the tax number, such as "ABN" or "GST number".',
    () => String,
    hidden,
  )
  taxNumberLabel: string | null = null;

  @Property({ type: 'text', default: 'TEAL' })
  @FieldFor(staffAndClient, "Accent colour of the client's page.", () => PageColour)
  pageColour: PageColour = PageColour.TEAL;

  @Property({ type: 'integer', default: 14 })
  @FieldFor(
    staffOnly,
    'Payment terms: days from sending an invoice to its due date, unless it has its own.',
    () => Int,
    hidden,
  )
  paymentTermsDays: number = 14;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    staffOnly,
    'Days that a new quote is valid, unless it has its own last day; null for no default.',
    () => Int,
    hidden,
  )
  quoteValidityDays: number | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffOnly,
    'Terms of new quotes, which a client agrees to by accepting; each quote can have its own.',
    () => String,
    hidden,
  )
  quoteTerms: string | null = null;

  @Property({ type: 'json', columnType: 'jsonb', default: '[]' })
  @FieldFor(staffAndClient, 'Ways to pay an invoice, as shown to clients.', () => [
    PaymentInstruction,
  ])
  paymentInstructions: PaymentInstruction[] = [];

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    rolesWith('SHARE'),
    'Whether new jobs publish changes of their shared schedule, status and to-dos without a review.',
    () => Boolean,
    hidden,
  )
  keepInSyncByDefault: boolean = false;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    staffOnly,
    'Whether clients are reminded of unpaid invoices; off until it is switched on.',
    () => Boolean,
    hidden,
  )
  remindOfInvoices: boolean = false;

  @Property({ type: 'number[]', columnType: 'int[]', defaultRaw: "'{-3,1,7,14}'" })
  @FieldFor(
    staffOnly,
    'Days of the reminders of an invoice, from its due date: -3 is three days before, 7 is a week after.',
    () => [Int],
    hidden,
  )
  invoiceReminderDays: number[] = [-3, 1, 7, 14];

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    staffOnly,
    'Whether clients are reminded of quotes without an answer; off until it is switched on.',
    () => Boolean,
    hidden,
  )
  remindOfQuotes: boolean = false;

  @Property({ type: 'number[]', columnType: 'int[]', defaultRaw: "'{2}'" })
  @FieldFor(
    staffOnly,
    'Days of the reminders of a quote, before its last valid day; 0 is that day.',
    () => [Int],
    hidden,
  )
  quoteReminderDaysBeforeExpiry: number[] = [2];

  @Property({ type: 'number[]', columnType: 'int[]', defaultRaw: "'{7}'" })
  @FieldFor(
    staffOnly,
    'Days of the reminders of a quote, after the day on which it was sent.',
    () => [Int],
    hidden,
  )
  quoteReminderDaysAfterSending: number[] = [7];

  /** Time of the last change of the reminders, which holds from the next morning. */
  @Property({ type: 'timestamptz', nullable: true })
  remindersChangedAt: Date | null = null;
}
