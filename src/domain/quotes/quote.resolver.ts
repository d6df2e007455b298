import { Ctx, ID, Resolver } from 'type-graphql';
import { type Condition } from '../../database/reader.js';
import { OutgoingEmail } from '../../email/outgoing-email.entity.js';
import { andClient, staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import { notFound } from '../../visibility/refusals.js';
import { today } from '../business/business-day.js';
import { Client } from '../clients/client.entity.js';
import type { Context, StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { AFTER, CURSOR, connectionOf, FIRST, FirstType, PAGE_SIZE } from '../pages.js';
import { ListFor, OneFor, PageOf, type Related } from '../relations.js';
import { may, whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { acceptQuoteAndCreateJob } from './accept-and-create-job.js';
import { attachQuote } from './attach-quote.js';
import { createQuote } from './create-quote.js';
import { Quote } from './quote.entity.js';
import {
  AcceptQuoteAndCreateJobPayload,
  AttachQuotePayload,
  CreateQuoteInput,
  QuotePayload,
  UpdateQuoteInput,
} from './quote.inputs.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteStatus } from './quote-status.js';
import { updateQuote } from './update-quote.js';

/** Whoever may write both the quote and the job that comes of it. */
const accepters = whoMay('WRITE_SALES').filter((role) => may(role, 'WRITE_JOBS'));
export const QuoteConnection = connectionOf(() => Quote, 'Quote', andClient(whoMay('SEE_QUOTES')));

@Resolver(() => Job)
export class QuoteResolver {
  @ListFor(andClient(whoMay('SEE_QUOTES')), 'Quotes for this job.', () => Quote, 'job', {
    nullable: true,
  })
  quotes!: Quote[];

  @PageOf(
    'quotes',
    andClient(whoMay('SEE_QUOTES')),
    () => QuoteConnection,
    () => Quote,
    'job',
    {
      nullable: true,
    },
  )
  quotesPage!: Related<InstanceType<typeof QuoteConnection>>;

  @QueryFor(whoMay('WRITE_SALES'), 'One quote.', () => Quote, { nullable: true })
  async quote(
    @ArgFor(whoMay('WRITE_SALES'), 'id', 'Which quote.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Quote, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(
    whoMay('WRITE_SALES'),
    'The quotes of the business, last made first.',
    () => QuoteConnection,
    { name: 'quotes' },
  )
  async allQuotes(
    @ArgFor(whoMay('WRITE_SALES'), 'first', FIRST, FirstType, PAGE_SIZE) first: number | null,
    @ArgFor(whoMay('WRITE_SALES'), 'after', AFTER, () => String, CURSOR) after: string | null,
    @ArgFor(whoMay('WRITE_SALES'), 'status', 'Only those that stand here.', () => QuoteStatus, {
      nullable: true,
      about: 'Quote.status',
    })
    status: QuoteStatus | null,
    @Ctx() context: StaffContext,
  ) {
    const where = status ? standing(status, await today(context)) : [];
    return context.reader.page(Quote, { first, after, where });
  }

  @MutationFor(whoMay('WRITE_SALES'), 'Makes a draft quote.', () => QuotePayload)
  createQuote(
    @ArgFor(whoMay('WRITE_SALES'), 'input', 'The quote.', () => CreateQuoteInput)
    input: CreateQuoteInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => withJob(await createQuote(unit, input)));
  }

  @MutationFor(
    whoMay('WRITE_SALES'),
    'Changes a quote; one that was sent becomes a new draft version.',
    () => QuotePayload,
  )
  updateQuote(
    @ArgFor(whoMay('WRITE_SALES'), 'input', 'What changes.', () => UpdateQuoteInput)
    input: UpdateQuoteInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => withJob(await updateQuote(unit, input)));
  }

  @MutationFor(
    accepters,
    'Accept & Create Job: records that the client said yes and makes the job, once.',
    () => AcceptQuoteAndCreateJobPayload,
  )
  acceptQuoteAndCreateJob(
    @ArgFor(accepters, 'quoteId', 'Which quote.', () => ID) quoteId: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => acceptQuoteAndCreateJob(unit, quoteId));
  }

  @MutationFor(whoMay('WRITE_SALES'), 'Makes a quote part of a job.', () => AttachQuotePayload)
  attachQuote(
    @ArgFor(whoMay('WRITE_SALES'), 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(whoMay('WRITE_SALES'), 'quoteId', 'Which quote.', () => ID) quoteId: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => attachQuote(unit, jobId, quoteId));
  }
}

/** A quote's own relations. */
@Resolver(() => Quote)
export class QuoteRelationsResolver {
  @ListFor(staffAndClient, 'What it is made of, in order.', () => QuoteLine, 'quote')
  lines!: QuoteLine[];

  @OneFor(whoMay('WRITE_SALES'), 'For whom it is.', () => Client)
  client!: Related<Client> | null;

  @OneFor(whoMay('WRITE_SALES'), 'The job it is part of.', () => Job)
  job!: Related<Job> | null;

  @OneFor(
    whoMay('WRITE_SALES'),
    'The mail that carried this version; null when it was handed over.',
    () => OutgoingEmail,
  )
  delivery!: Related<OutgoingEmail> | null;

  @OneFor(
    whoMay('WRITE_SALES'),
    'Who gave this version to the client in some other way than by mail.',
    () => StaffMember,
  )
  handedOverBy!: Related<StaffMember> | null;
}

/** A change of an attached quote is a change of its job, and answers as one. */
function withJob(quote: Quote) {
  return { quote, job: quote.job };
}

/** Which rows read as this status today; whether a quote has expired is written nowhere. */
function standing(status: QuoteStatus, day: string): Condition[] {
  if (status === QuoteStatus.EXPIRED) {
    return [
      { property: 'status', in: [QuoteStatus.SENT] },
      { property: 'validUntil', before: day },
    ];
  }
  const at: Condition = { property: 'status', in: [status] };
  return status === QuoteStatus.SENT ? [at, { property: 'validUntil', notBefore: day }] : [at];
}
