import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { Shareable } from '../../sharing/shareable.js';
import { andClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Client } from '../clients/client.entity.js';
import { Job } from '../jobs/job.entity.js';
import { type Amounts, totalOf } from '../money/totals.js';
import { Quote } from '../quotes/quote.entity.js';
import { whoMay } from '../staff/capabilities.js';
import { hiddenReason } from './hidden-reason.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { StoredInvoiceStatus } from './invoice-status.js';
import { invoiceWords } from './invoice-words.js';

const readers = whoMay('READ_INVOICES');
const readersAndClient = andClient(readers);

/** What a client owes for a job. Sending it is what lets the client see it, and shows it at once. */
@Shareable<Invoice>({
  kind: 'INVOICE',
  field: 'invoices',
  parts: { lines: { record: () => InvoiceLine, by: 'invoice' } },
  offer: hiddenReason,
  label: (invoice) => `Invoice ${invoice.number}: ${invoice.title}`,
  words: invoiceWords,
  publishesAtOnce: true,
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

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    readers,
    'Whether it was sent while the Client Portal was on, which lets the client see it.',
    () => Boolean,
    { nullable: true },
  )
  visibleToClient: boolean = false;

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
    this.visibleToClient ||= isPortalOn;
  }

  pay(amountCents: number): void {
    this.paidCents += amountCents;
    this.owedCents -= amountCents;
    this.status = this.owedCents === 0 ? StoredInvoiceStatus.PAID : StoredInvoiceStatus.PARTLY_PAID;
  }

  void(): void {
    this.status = StoredInvoiceStatus.VOID;
    this.owedCents = 0;
  }
}
