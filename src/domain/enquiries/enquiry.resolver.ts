import { Ctx, ID, Resolver } from 'type-graphql';
import { rolesWith, rolesWithBoth } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import { Client } from '../clients/client.entity.js';
import { connectionOf, PageArgs, PageFor } from '../common/connection.js';
import type { Context, StaffContext } from '../common/context.js';
import { commonOrder } from '../common/lists/orders.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { optionalLine, optionalText, text } from '../common/text.js';
import { Quote } from '../quotes/quote.entity.js';
import { QuotePayload } from '../quotes/quote.inputs.js';
import { acceptEnquiry } from './accept-enquiry.js';
import { convertEnquiryToQuote } from './convert-enquiry.js';
import { declineEnquiry } from './decline-enquiry.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryPayload } from './enquiry.inputs.js';
import { EnquiryFilter, EnquiryOrder, enquiriesOf } from './enquiry-lists.js';
import { EnquiryReply } from './enquiry-reply.entity.js';
import { EnquiryStatus } from './enquiry-status.js';
import { replyToEnquiry } from './reply-to-enquiry.js';

export const EnquiryConnection = connectionOf(() => Enquiry, 'Enquiry');
const EnquiryReplyConnection = connectionOf(() => EnquiryReply, 'EnquiryReply');
const forSales = rolesWith('ANSWER_ENQUIRIES');
const quoters = rolesWithBoth('ANSWER_ENQUIRIES', 'WRITE_SALES');

/** Queries and mutations of enquiries, for staff. */
@Resolver(() => Enquiry)
export class EnquiryResolver {
  @QueryFor(forSales, 'Enquiry by ID.', () => Enquiry, { nullable: true, reads: () => Enquiry })
  async enquiry(
    @ArgFor(forSales, 'id', 'Enquiry ID.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Enquiry, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(forSales, 'Enquiries of the business, newest first.', () => EnquiryConnection, {
    reads: () => Enquiry,
  })
  enquiries(
    @PageFor(forSales) page: PageArgs,
    @ArgFor(forSales, 'status', 'Enquiries with this status.', () => EnquiryStatus, {
      nullable: true,
      about: 'Enquiry.status',
      deprecationReason: 'Use filter: { statuses }.',
    })
    status: EnquiryStatus | null,
    @ArgFor(forSales, 'filter', 'Filter.', () => EnquiryFilter, { nullable: true })
    filter: EnquiryFilter | null,
    @ArgFor(forSales, 'orderBy', 'Sort order.', () => EnquiryOrder, {
      nullable: true,
      defaultValue: EnquiryOrder.NEWEST_FIRST,
      about: 'Enquiry.updatedAt',
    })
    orderBy: EnquiryOrder | null,
    @Ctx() { reader, principal: { audience } }: Context,
  ) {
    const where = status ? [{ property: 'status', in: [status] }] : [];
    return reader.page(Enquiry, {
      ...page,
      where: [...where, ...enquiriesOf(filter ?? {}, audience)],
      orderBy: commonOrder(Enquiry, orderBy ?? EnquiryOrder.NEWEST_FIRST, audience),
    });
  }

  @MutationFor(forSales, 'Emails a reply to the sender of an enquiry.', () => EnquiryPayload)
  replyToEnquiry(
    @ArgFor(forSales, 'id', 'Enquiry ID.', () => ID) id: string,
    @ArgFor(forSales, 'body', 'Text of the reply.', () => String, { bound: text(10_000) })
    body: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ enquiry: await replyToEnquiry(unit, id, body) }));
  }

  @MutationFor(
    forSales,
    'Accepts an enquiry: its sender becomes a client, or is matched to an existing one. Idempotent.',
    () => EnquiryPayload,
  )
  acceptEnquiry(
    @ArgFor(forSales, 'id', 'Enquiry ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ enquiry: await acceptEnquiry(unit, id) }));
  }

  @MutationFor(
    forSales,
    'Declines an enquiry. A reason is emailed to the sender; without one, no email is sent.',
    () => EnquiryPayload,
  )
  declineEnquiry(
    @ArgFor(forSales, 'id', 'Enquiry ID.', () => ID) id: string,
    @ArgFor(forSales, 'reason', 'Reason; emailed to the sender.', () => String, {
      nullable: true,
      bound: optionalText(2_000),
    })
    reason: string | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ enquiry: await declineEnquiry(unit, id, reason) }));
  }

  @MutationFor(
    quoters,
    'Accepts an enquiry and creates a draft quote from it. Idempotent: returns the same quote when repeated.',
    () => QuotePayload,
  )
  convertEnquiryToQuote(
    @ArgFor(quoters, 'id', 'Enquiry ID.', () => ID) id: string,
    @ArgFor(
      quoters,
      'title',
      'Title of the quote; default: the first words of the enquiry.',
      () => String,
      {
        nullable: true,
        bound: optionalLine(200),
      },
    )
    title: string | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const quote = await convertEnquiryToQuote(unit, id, title?.trim() || null);
      return { quote, job: quote.job };
    });
  }

  @BelongsTo(forSales, 'Client that the sender became.', () => Client)
  client!: Related<Client> | null;

  @BelongsTo(forSales, 'Quote created from the enquiry.', () => Quote)
  quote!: Related<Quote> | null;

  @HasMany(forSales, 'Replies, oldest first.', () => EnquiryReply, 'enquiry')
  replies!: EnquiryReply[];

  @PageOf(
    'replies',
    forSales,
    () => EnquiryReplyConnection,
    () => EnquiryReply,
    'enquiry',
  )
  repliesPage!: Related<InstanceType<typeof EnquiryReplyConnection>>;
}
