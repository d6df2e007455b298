import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { OutgoingEmail } from '../../email/outgoing-email.entity.js';
import { Shareable } from '../../sharing/shareable.js';
import { andClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Client } from '../clients/client.entity.js';
import { Job } from '../jobs/job.entity.js';
import { type Amounts, totalOf } from '../money/totals.js';
import { Quote } from '../quotes/quote.entity.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { hiddenReason } from './hidden-reason.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { StoredInvoiceStatus } from './invoice-status.js';
import { invoiceWords } from './invoice-words.js';
import { Payment } from './payment.entity.js';

const readers = whoMay('READ_INVOICES');
const readersAndClient = andClient(readers);

/** What a client owes for a job. Sending it is what lets the client see it, and shows it at once. */
@Shareable<Invoice>({
  kind: 'INVOICE',
  field: 'invoices',
  parts: {
    lines: { record: () => InvoiceLine, by: 'invoice' },
    reversedPayments: {
      record: () => Payment,
      by: 'invoice',
      where: (payment) => `${payment}.reversed_at is not null and ${payment}.shown_when_reversed`,
    },
  },
  offer: hiddenReason,
  label: (invoice) => `Invoice ${invoice.number}: ${invoice.title}`,
  words: invoiceWords,
  publishesAtOnce: true,
  // Money never lags: no client is asked for what it has paid.
  publishesFieldsAtOnce: ['status', 'paidCents', 'owedCents', 'reversedPayments'],
})
@Entity({ tableName: 'invoices' })
@ObjectType({ description: 'What is to be paid for a job.' })
export class Invoice extends BusinessRecord {
  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Counts up from 1 in each business.', () => Int)
  number!: number;

  @Property({ type: 'text' })
  @FieldFor(readersAndClient, 'What it is for.', () => String)
  title!: string;

  @Property({ type: 'text', default: 'DRAFT' })
  status: StoredInvoiceStatus = StoredInvoiceStatus.DRAFT;

  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  /** To whom it was sent: another client of the job is never shown it. */
  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  client: Rel<Client> | null = null;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  @Property({ type: 'date', nullable: true })
  @FieldFor(readersAndClient, 'The day on which it was first sent.', () => GraphQLDate, {
    nullable: true,
  })
  issuedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @FieldFor(
    readersAndClient,
    "Last day to pay without being late, in the business's time zone.",
    () => GraphQLDate,
    { nullable: true },
  )
  dueOn: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(readers, 'When it was last sent.', () => GraphQLDateTime, { nullable: true })
  sentAt: Date | null = null;

  /** It was sent while the Client Portal was on: only then may its client be shown it there. */
  @Property({ type: 'boolean', default: false, fieldName: 'visible_to_client' })
  sentOnPortal: boolean = false;

  /** The mail that carried it last; null when it was handed over. */
  @ManyToOne(() => OutgoingEmail, { nullable: true, createForeignKeyConstraint: false })
  delivery: Rel<OutgoingEmail> | null = null;

  /** Who gave it to the client in some other way than by mail. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  handedOverBy: Rel<StaffMember> | null = null;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Sum of its lines before tax, in cents.', () => Int)
  netCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Tax on its lines, in cents.', () => Int)
  taxCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'What is to be paid, tax included, in cents.', () => Int)
  totalCents!: number;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(readersAndClient, 'What has been paid of it, in cents.', () => Int)
  paidCents: number = 0;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'What is still to be paid, in cents.', () => Int)
  owedCents!: number;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Remarks for the team; the client never sees them.', () => String, {
    nullable: true,
  })
  internalNotes: string | null = null;

  priceFrom(lines: Amounts[]): void {
    Object.assign(this, totalOf(lines));
    this.owedCents = this.totalCents;
  }

  /** What a client may see once, it may see from then on: sending again with the portal off hides nothing. */
  send(to: Rel<Client>, isPortalOn: boolean, days: { issuedOn: string; dueOn: string }, now: Date) {
    if (this.status === StoredInvoiceStatus.DRAFT) this.status = StoredInvoiceStatus.SENT;
    this.client = to;
    this.issuedOn ??= days.issuedOn;
    this.dueOn ??= days.dueOn;
    this.sentAt = now;
    this.sentOnPortal ||= isPortalOn;
  }

  /** Notes how it reached the client this time. */
  reachedBy(way: { delivery: Rel<OutgoingEmail> } | { handedOverBy: Rel<StaffMember> }): void {
    this.delivery = 'delivery' in way ? way.delivery : null;
    this.handedOverBy = 'handedOverBy' in way ? way.handedOverBy : null;
  }

  pay(amountCents: number): void {
    this.paidCents += amountCents;
    this.owedCents -= amountCents;
    this.status = this.owedCents === 0 ? StoredInvoiceStatus.PAID : StoredInvoiceStatus.PARTLY_PAID;
  }

  /** Takes back a payment that was counted. */
  unpay(amountCents: number): void {
    this.paidCents -= amountCents;
    this.owedCents += amountCents;
    this.status = this.paidCents === 0 ? StoredInvoiceStatus.SENT : StoredInvoiceStatus.PARTLY_PAID;
  }

  void(): void {
    this.status = StoredInvoiceStatus.VOID;
    this.owedCents = 0;
  }
}
