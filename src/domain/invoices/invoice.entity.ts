import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Float, Int, ObjectType } from 'type-graphql';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { Shareable } from '../../shareable/shareable.js';
import { andClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { type TaxedAmounts, totalOfTaxed, withTax } from '../money/taxes.js';
import type { Amounts } from '../money/totals.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { QuoteAnswer } from '../quotes/answers/quote-answer.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { InvoiceKind } from './invoice-kind.js';
import { hiddenReason, invoiceLabel, invoiceSummary } from './invoice-sharing.js';
import { StoredInvoiceStatus } from './invoice-status.js';
import { InvoiceRevision } from './update/invoice-revision.js';

const readers = rolesWith('READ_INVOICES');
const readersAndClient = andClient(readers);

/**
 * Invoice for a job, or a credit note, which takes back all or part of one. Sending it publishes it to the client. The
 * row is what the client has: changes of a sent invoice wait in `revision` until it is sent again.
 */
@Shareable<Invoice>({
  kind: 'INVOICE',
  field: 'invoices',
  hiddenReason,
  label: invoiceLabel,
  summary: invoiceSummary,
  autoPublish: true,
  // Payments and credits are published at once, so that no client is asked for what it does not owe.
  publishesFieldsAtOnce: [
    'status',
    'paidCents',
    'creditedCents',
    'owedCents',
    'confirmingCents',
    'reversedPayments',
  ],
  ownPage: { publishes: 'FIELDS_AT_ONCE' },
})
@Entity({ tableName: 'invoices' })
@ReadByIdFor(andClient(rolesWith('READ_INVOICES')))
@ObjectType({ implements: Node, description: 'Invoice for a job.' })
export class Invoice extends BusinessEntity {
  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Invoice number; counts up from 1 in each business.', () => Int)
  number!: number;

  @Property({ type: 'text', default: 'INVOICE' })
  kind: InvoiceKind = InvoiceKind.INVOICE;

  /** Version that the client has; increases when a changed invoice is sent again. 0: it was sent before versions were stored. */
  @Property({ type: 'integer', default: 0 })
  version: number = 1;

  @Property({ type: 'text' })
  @FieldFor(readersAndClient, 'Title.', () => String)
  title!: string;

  @Property({ type: 'text', default: 'DRAFT' })
  status: StoredInvoiceStatus = StoredInvoiceStatus.DRAFT;

  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  /** Client it was sent to; another client of the job never sees it. */
  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  client: Rel<Client> | null = null;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  /** Acceptance of the quote with which it was made, as a deposit or for all of it; its quote's own page shows it. */
  @ManyToOne(() => QuoteAnswer, { nullable: true, createForeignKeyConstraint: false })
  answer: Rel<QuoteAnswer> | null = null;

  /** Part of the quote that a progress invoice is for; 100 for all of it; null if it does not count as a part. */
  @Property({ type: 'double', nullable: true })
  @FieldFor(readers, 'Part of its quote that it is for, in per cent.', () => Float, {
    nullable: true,
  })
  quotePercent: number | null = null;

  /** Invoice that a credit note takes back. */
  @ManyToOne(() => Invoice, { nullable: true, createForeignKeyConstraint: false })
  creditedInvoice: Rel<Invoice> | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(readersAndClient, 'Number of the invoice that a credit note takes back.', () => Int, {
    nullable: true,
  })
  creditedInvoiceNumber: number | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readersAndClient, 'Reason of a credit note, as its client reads it.', () => String, {
    nullable: true,
  })
  creditReason: string | null = null;

  @Property({ type: 'json', columnType: 'json', nullable: true })
  @FieldFor(
    readers,
    'Changes that the client gets when the sent invoice is sent again; null if there are none.',
    () => InvoiceRevision,
    { nullable: true },
  )
  revision: InvoiceRevision | null = null;

  @Property({ type: 'date', nullable: true })
  @FieldFor(readersAndClient, 'Day of the first sending.', () => GraphQLDate, {
    nullable: true,
  })
  issuedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @FieldFor(readersAndClient, "Due date, in the business's time zone.", () => GraphQLDate, {
    nullable: true,
  })
  dueOn: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(readers, 'Time of the last sending.', () => GraphQLDateTime, { nullable: true })
  sentAt: Date | null = null;

  /** Whether it was sent while the Client Portal was on: only then may its client see it there. */
  @Property({ type: 'boolean', default: false, fieldName: 'visible_to_client' })
  sentOnPortal: boolean = false;

  /** Email that last delivered it; null when it was handed over. */
  @ManyToOne(() => OutgoingEmail, { nullable: true, createForeignKeyConstraint: false })
  delivery: Rel<OutgoingEmail> | null = null;

  /** Staff member who delivered it in person. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  handedOverBy: Rel<StaffMember> | null = null;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Total before tax, in cents.', () => Int)
  netCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Tax, in cents.', () => Int)
  taxCents!: number;

  @Property({ type: 'integer' })
  @FieldFor(readersAndClient, 'Total including tax, in cents.', () => Int)
  totalCents!: number;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(readersAndClient, 'Paid amount, in cents.', () => Int)
  paidCents: number = 0;

  /** Amount taken back by credit notes. */
  @Property({ type: 'integer', default: 0 })
  creditedCents: number = 0;

  @Property({ type: 'integer' })
  @FieldFor(
    readersAndClient,
    'Amount owed, in cents: the total less what was paid and credited; 0 for a credit note.',
    () => Int,
  )
  owedCents!: number;

  // Nullable: a publication may be older than this field.
  @Property({ type: 'integer', default: 0 })
  @FieldFor(
    readersAndClient,
    "Amount paid on the client's page that the bank has not confirmed yet, in cents; still part of the amount owed.",
    () => Int,
    { nullable: true },
  )
  confirmingCents: number = 0;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Internal notes; never visible to the client.', () => String, {
    nullable: true,
  })
  internalNotes: string | null = null;

  /** Sets the totals. Lines without their share of the tax get it here. */
  priceFrom(lines: (Amounts & Partial<TaxedAmounts>)[]): void {
    const taxed = lines.every(isTaxed) ? (lines as TaxedAmounts[]) : withTax(lines);
    Object.assign(this, totalOfTaxed(taxed));
    this.settle();
  }

  /** Marks it as sent. `sentOnPortal` is never reset: sending again with the portal off hides nothing. */
  send(to: Rel<Client>, isPortalOn: boolean, days: { issuedOn: string; dueOn: string }, now: Date) {
    if (this.status === StoredInvoiceStatus.DRAFT) this.status = StoredInvoiceStatus.SENT;
    this.client = to;
    this.issuedOn ??= days.issuedOn;
    if (this.kind !== InvoiceKind.CREDIT_NOTE) this.dueOn ??= days.dueOn;
    this.sentAt = now;
    this.sentOnPortal ||= isPortalOn;
    this.settle();
  }

  /** Records how it was delivered this time. */
  reachedBy(way: { delivery: Rel<OutgoingEmail> } | { handedOverBy: Rel<StaffMember> }): void {
    this.delivery = 'delivery' in way ? way.delivery : null;
    this.handedOverBy = 'handedOverBy' in way ? way.handedOverBy : null;
  }

  pay(amountCents: number): void {
    this.paidCents += amountCents;
    this.settle();
  }

  /** Undoes a payment. */
  unpay(amountCents: number): void {
    this.paidCents -= amountCents;
    this.settle();
  }

  /** Takes back an amount by a credit note. */
  credit(amountCents: number): void {
    this.creditedCents += amountCents;
    this.settle();
  }

  /** Undoes a credit. */
  uncredit(amountCents: number): void {
    this.creditedCents -= amountCents;
    this.settle();
  }

  void(): void {
    this.status = StoredInvoiceStatus.VOID;
    this.revision = null;
    this.settle();
  }

  /** Not a `#private` method: MikroORM makes entities without their constructor. Amount owed and, once it was sent, the status, from the total and what was paid and credited. */
  private settle(): void {
    const { status, kind, totalCents, paidCents, creditedCents } = this;
    const isOwed = status !== StoredInvoiceStatus.VOID && kind !== InvoiceKind.CREDIT_NOTE;
    this.owedCents = isOwed ? Math.max(0, totalCents - paidCents - creditedCents) : 0;
    if (status === StoredInvoiceStatus.DRAFT || status === StoredInvoiceStatus.VOID) return;
    if (this.owedCents === 0) this.status = StoredInvoiceStatus.PAID;
    else this.status = paidCents > 0 ? StoredInvoiceStatus.PARTLY_PAID : StoredInvoiceStatus.SENT;
  }
}

function isTaxed(line: Partial<TaxedAmounts>): boolean {
  return typeof line.taxCents === 'number';
}
