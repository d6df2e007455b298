import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { OutgoingEmail } from '../../email/outgoing-email.entity.js';
import { Shareable } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Client } from '../clients/client.entity.js';
import { Job } from '../jobs/job.entity.js';
import { type Amounts, totalOf } from '../money/totals.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { type QuoteAnswerKind, takes } from './quote-answer-kind.js';
import { isOver } from './quote-day.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteStatus, statusOn } from './quote-status.js';
import { quoteWords } from './quote-words.js';

/** A price for work, in numbered versions. A client may see it once it was sent. */
@Shareable<Quote>({
  kind: 'QUOTE',
  field: 'quotes',
  parts: { lines: { record: () => QuoteLine, by: 'quote' } },
  offer: (quote, job) => {
    if (quote.status === QuoteStatus.DRAFT) return 'It is a draft; send the quote first.';
    const isForAnother = quote.clientId !== null && quote.clientId !== job.clientId;
    return isForAnother
      ? 'It was made for another client than the job has now; make a new quote for this one.'
      : null;
  },
  label: (quote) => `Quote ${quote.number}: ${quote.title}`,
  words: quoteWords,
  offerAnew: (quote, today) =>
    statusOn(quote, today) === QuoteStatus.EXPIRED
      ? 'Its last valid day is over; give it a later one and send it again.'
      : null,
  tickedAtFirst: true,
})
@Entity({ tableName: 'quotes' })
@ObjectType({ description: 'A price for work, in numbered versions.' })
export class Quote extends BusinessRecord {
  @Property({ type: 'integer' })
  @FieldFor(staffAndClient, 'Counts up from 1 in each business; all versions share it.', () => Int)
  number!: number;

  @Property({ type: 'integer', default: 1 })
  @FieldFor(
    staffAndClient,
    'Rises when a quote that was sent is changed. An answer names the version it is about.',
    () => Int,
  )
  version: number = 1;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'What the price is for.', () => String)
  title!: string;

  /** As last written; the graph tells it through statusOn, which knows whether its time is over. */
  @Property({ type: 'text', default: 'DRAFT' })
  status: QuoteStatus = QuoteStatus.DRAFT;

  @ManyToOne(() => Client, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  client: Rel<Client> | null = null;

  @ManyToOne(() => Job, { nullable: true, createForeignKeyConstraint: false })
  job: Rel<Job> | null = null;

  @Property({ type: 'date', nullable: true })
  @FieldFor(
    staffAndClient,
    "Last day on which it can be accepted, in the business's time zone.",
    () => GraphQLDate,
    { nullable: true },
  )
  validUntil: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(staffAndClient, 'When this version was sent.', () => GraphQLDateTime, {
    nullable: true,
  })
  sentAt: Date | null = null;

  /** The mail that carried this version; null when it was handed over. */
  @ManyToOne(() => OutgoingEmail, { nullable: true, createForeignKeyConstraint: false })
  delivery: Rel<OutgoingEmail> | null = null;

  /** Who gave this version to the client in some other way than by mail. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  handedOverBy: Rel<StaffMember> | null = null;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(staffAndClient, 'Sum of its lines before tax, in cents.', () => Int)
  netCents: number = 0;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(staffAndClient, 'Tax on its lines, in cents.', () => Int)
  taxCents: number = 0;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(staffAndClient, 'What the client pays, tax included, in cents.', () => Int)
  totalCents: number = 0;

  @Property({ type: 'text', nullable: true })
  @FieldFor(internal, 'Remarks for the team; the client never sees them.', () => String, {
    nullable: true,
  })
  internalNotes: string | null = null;

  /** A quote the client may have seen is not changed but revised: a new version that must be sent again. */
  revise(): void {
    if (this.status === QuoteStatus.DRAFT) return;
    this.version += 1;
    this.status = QuoteStatus.DRAFT;
    this.sentAt = null;
    this.delivery = null;
    this.handedOverBy = null;
  }

  priceFrom(lines: Amounts[]): void {
    Object.assign(this, totalOf(lines));
  }

  send(now: Date): void {
    this.status = QuoteStatus.SENT;
    this.sentAt = now;
  }

  /** Notes how this version reached the client. */
  reachedBy(way: { delivery: Rel<OutgoingEmail> } | { handedOverBy: Rel<StaffMember> }): void {
    this.delivery = 'delivery' in way ? way.delivery : null;
    this.handedOverBy = 'handedOverBy' in way ? way.handedOverBy : null;
  }

  attachTo(job: Rel<Job>): void {
    this.job = job;
  }

  /** Whether the client can still say this to it, on this day at the business. */
  takes(answer: QuoteAnswerKind, today: string): boolean {
    return takes(this.status, answer) && !isOver(this.validUntil, today);
  }

  accept(): void {
    this.status = QuoteStatus.ACCEPTED;
  }

  decline(): void {
    this.status = QuoteStatus.DECLINED;
  }

  requestChanges(): void {
    this.status = QuoteStatus.CHANGES_REQUESTED;
  }
}
