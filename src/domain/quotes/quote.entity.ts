import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Float, Int, ObjectType } from 'type-graphql';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { Shareable } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { andClient, staffAndClient, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { type Amounts, type Totals, totalOf } from '../money/totals.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { allowsAnswer, type QuoteAnswerKind } from './answers/quote-answer-kind.js';
import { type DepositTerms, depositOf } from './deposit/deposit-terms.js';
import { isPastDay } from './quote-day.js';
import { hiddenReason, newItemHiddenReason, quoteSummary } from './quote-sharing.js';
import { QuoteStatus } from './quote-status.js';

/** Price for work, in numbered versions. Can be shared with the client once it was sent. */
@Shareable<Quote>({
  kind: 'QUOTE',
  field: 'quotes',
  hiddenReason,
  label: ({ number, title }, language) => {
    const { items, names } = mailTexts(language);
    return items.titled(names.quote(number), title);
  },
  summary: quoteSummary,
  newItemHiddenReason,
  preselected: true,
  // An answer that staff record, undo or make impossible is no news that needs a review.
  publishesWhenWritten: {
    fields: [
      'status',
      'answeredAt',
      'answeredBy',
      'answerMessage',
      'netCents',
      'taxCents',
      'totalCents',
      'depositDueCents',
      'lines.chosen',
    ],
    within: 'version',
  },
  // A sent version only changes by its answers; new content is a draft until it is sent.
  ownPage: { publishes: 'WRITTEN_FIELDS' },
})
@Entity({ tableName: 'quotes' })
@ReadByIdFor(andClient(rolesWith('SEE_QUOTES')))
@ObjectType({ implements: Node, description: 'Quote: a price for work, in numbered versions.' })
export class Quote extends BusinessEntity {
  @Property({ type: 'integer' })
  @FieldFor(
    staffAndClient,
    'Quote number; counts up from 1 in each business and is shared by all versions.',
    () => Int,
  )
  number!: number;

  @Property({ type: 'integer', default: 1 })
  @FieldFor(staffAndClient, 'Version number; increases when a sent quote is revised.', () => Int)
  version: number = 1;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Title.', () => String)
  title!: string;

  /** Stored status; the API returns `statusOn`, which adds EXPIRED. */
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
    "Last day for acceptance, in the business's time zone.",
    () => GraphQLDate,
    { nullable: true },
  )
  validUntil: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(staffAndClient, 'Time at which this version was sent.', () => GraphQLDateTime, {
    nullable: true,
  })
  sentAt: Date | null = null;

  /** Email that delivered this version; null when it was handed over. */
  @ManyToOne(() => OutgoingEmail, { nullable: true, createForeignKeyConstraint: false })
  delivery: Rel<OutgoingEmail> | null = null;

  /** Staff member who delivered this version in person. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  handedOverBy: Rel<StaffMember> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'Terms that the client agrees to by accepting.', () => String, {
    nullable: true,
  })
  terms: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    staffAndClient,
    'Time of the answer to this version; null without one.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  answeredAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Name typed by the person who accepted; null when the business recorded the answer.',
    () => String,
    { nullable: true },
  )
  answeredBy: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'What the client wrote with its answer: the reason for declining, or the requested changes.',
    () => String,
    { nullable: true },
  )
  answerMessage: string | null = null;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(staffAndClient, 'Total before tax of the chosen lines, in cents.', () => Int)
  netCents: number = 0;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(staffAndClient, 'Tax on the chosen lines, in cents.', () => Int)
  taxCents: number = 0;

  @Property({ type: 'integer', default: 0 })
  @FieldFor(
    staffAndClient,
    'Total of the chosen lines including tax, in cents: without optional lines until the client accepts some.',
    () => Int,
  )
  totalCents: number = 0;

  @Property({ type: 'double', nullable: true })
  @FieldFor(
    staffAndClient,
    'Deposit that is asked for with the acceptance, in per cent of the total; null if it is a fixed amount, or none.',
    () => Float,
    { nullable: true },
  )
  depositPercent: number | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    staffAndClient,
    'Deposit that is asked for with the acceptance, as a fixed amount in cents; null if it is a percentage, or none.',
    () => Int,
    { nullable: true },
  )
  depositCents: number | null = null;

  // Nullable: a publication may be older than this field.
  @Property({ type: 'integer', default: 0 })
  @FieldFor(
    staffAndClient,
    'Deposit on the total of the chosen lines, including tax, in cents; 0 if none is asked for.',
    () => Int,
    { nullable: true },
  )
  depositDueCents: number = 0;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Internal notes; never visible to the client.', () => String, {
    nullable: true,
  })
  internalNotes: string | null = null;

  /** Starts a new draft version, unless the quote is a draft. Call it before changing content that clients see. */
  revise(): void {
    if (this.status === QuoteStatus.DRAFT) return;
    this.version += 1;
    this.status = QuoteStatus.DRAFT;
    this.sentAt = null;
    this.delivery = null;
    this.handedOverBy = null;
    this.forgetAnswer();
  }

  priceFrom(lines: Amounts[]): void {
    this.priceAt(totalOf(lines));
  }

  priceAt({ netCents, taxCents, totalCents }: Totals): void {
    Object.assign(this, { netCents, taxCents, totalCents });
    this.depositDueCents = depositOf(this, totalCents);
  }

  /** Sets the deposit that is asked for; null for none. */
  askDeposit({ depositPercent, depositCents }: DepositTerms): void {
    Object.assign(this, { depositPercent, depositCents });
    this.depositDueCents = depositOf(this, this.totalCents);
  }

  send(now: Date): void {
    this.status = QuoteStatus.SENT;
    this.sentAt = now;
  }

  /** Records how this version was delivered. */
  reachedBy(way: { delivery: Rel<OutgoingEmail> } | { handedOverBy: Rel<StaffMember> }): void {
    this.delivery = 'delivery' in way ? way.delivery : null;
    this.handedOverBy = 'handedOverBy' in way ? way.handedOverBy : null;
  }

  attachTo(job: Rel<Job>): void {
    this.job = job;
  }

  /** Whether the client can give this answer on this calendar day at the business. */
  takes(answer: QuoteAnswerKind, today: string): boolean {
    return allowsAnswer(this.status, answer) && !isPastDay(this.validUntil, today);
  }

  /** Records an answer. The caller checks `takes` first. */
  answerWith(
    kind: QuoteAnswerKind,
    answer: { name: string | null; message: string | null },
    now: Date,
  ): void {
    this.status = kind;
    this.answeredAt = now;
    this.answeredBy = answer.name;
    this.answerMessage = answer.message;
  }

  /** Awaits an answer again, after an acceptance was taken back. */
  reopen(): void {
    this.status = QuoteStatus.SENT;
    this.forgetAnswer();
  }

  /** The version can no longer be answered. */
  withdraw(): void {
    this.status = QuoteStatus.WITHDRAWN;
  }

  private forgetAnswer(): void {
    this.answeredAt = null;
    this.answeredBy = null;
    this.answerMessage = null;
  }
}
