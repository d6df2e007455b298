import { Ctx, ID, Resolver } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import type { StaffContext } from '../common/context.js';
import { text } from '../common/text.js';
import { acceptQuoteAndCreateJob } from './answers/accept-and-create-job.js';
import { undoAcceptance } from './answers/undo-acceptance.js';
import { withdrawQuote } from './answers/withdraw-quote.js';
import { attachQuote } from './attach-quote.js';
import { OPTIONAL_LINES, optionalLines } from './choice/quote-total.resolver.js';
import { createQuote } from './create-quote.js';
import type { Quote } from './quote.entity.js';
import {
  AcceptQuoteAndCreateJobPayload,
  AttachQuotePayload,
  CreateQuoteInput,
  QuotePayload,
  UpdateQuoteInput,
} from './quote.inputs.js';
import { updateQuote } from './update-quote.js';

const writers = rolesWith('WRITE_SALES');
/** Roles that may write both quotes and jobs. */
const accepters = rolesWith('ACCEPT_QUOTES');
/** Maximum characters. */
const MAX_REASON_LENGTH = 500;

/** Changes of a quote by staff. Sending it is in `sharing/sending`, the client's answers are in `portal/answers`. */
@Resolver()
export class QuoteChangesResolver {
  @MutationFor(writers, 'Creates a draft quote.', () => QuotePayload)
  createQuote(
    @ArgFor(writers, 'input', 'Quote to create.', () => CreateQuoteInput)
    input: CreateQuoteInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => withJob(await createQuote(unit, input)));
  }

  @MutationFor(
    writers,
    'Updates a quote; a sent quote becomes a new draft version.',
    () => QuotePayload,
  )
  updateQuote(
    @ArgFor(writers, 'input', 'Changes to make.', () => UpdateQuoteInput)
    input: UpdateQuoteInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => withJob(await updateQuote(unit, input)));
  }

  @MutationFor(
    accepters,
    'Accept & Create Job: records that the client accepted, and creates the job or joins an existing one. Idempotent.',
    () => AcceptQuoteAndCreateJobPayload,
  )
  acceptQuoteAndCreateJob(
    @ArgFor(accepters, 'quoteId', 'Quote ID.', () => ID) quoteId: string,
    @ArgFor(
      accepters,
      'jobId',
      'ID of a job of the same client to join; default: a new job, unless the quote has one.',
      () => ID,
      { nullable: true },
    )
    jobId: string | null,
    @ArgFor(accepters, 'optionalLineIds', OPTIONAL_LINES, () => [ID], {
      nullable: true,
      bound: optionalLines,
    })
    optionalLineIds: string[] | null,
    @Ctx() { change }: StaffContext,
  ) {
    const input = { quoteId, jobId, optionalLineIds };
    return change(async (unit) => withJob((await acceptQuoteAndCreateJob(unit, input)).quote));
  }

  @MutationFor(
    accepters,
    'Takes back an acceptance that was recorded by mistake, until an invoice was made of the quote. The answer stays on record; a client who has the quote can answer it again at once.',
    () => QuotePayload,
  )
  undoQuoteAcceptance(
    @ArgFor(accepters, 'quoteId', 'Quote ID.', () => ID) quoteId: string,
    @ArgFor(
      accepters,
      'reason',
      'Reason, for the business only; never visible to the client.',
      () => String,
      { bound: text(MAX_REASON_LENGTH) },
    )
    reason: string,
    @Ctx() { change }: StaffContext,
  ) {
    const input = { quoteId, reason };
    return change(async (unit) => withJob((await undoAcceptance(unit, input)).quote));
  }

  @MutationFor(
    writers,
    'Withdraws a sent quote that has no answer: it can no longer be answered, and a client who has it reads so at once. Idempotent.',
    () => QuotePayload,
  )
  withdrawQuote(
    @ArgFor(writers, 'id', 'Quote ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => withJob(await withdrawQuote(unit, id)));
  }

  @MutationFor(writers, 'Attaches a quote to a job.', () => AttachQuotePayload)
  attachQuote(
    @ArgFor(writers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(writers, 'quoteId', 'Quote ID.', () => ID) quoteId: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => attachQuote(unit, jobId, quoteId));
  }
}

/** Payload of a change of a quote: with its job, since a change of an attached quote is a change of the job. */
function withJob(quote: Quote) {
  return { quote, job: quote.job };
}
