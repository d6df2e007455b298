import { Ctx, ID, Resolver } from 'type-graphql';
import { ArgFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import { notFound } from '../../visibility/refusals.js';
import { Client } from '../clients/client.entity.js';
import type { Context, StaffContext } from '../context.js';
import { AFTER, CURSOR, connectionOf, FIRST, FirstType, PAGE_SIZE } from '../pages.js';
import { Quote } from '../quotes/quote.entity.js';
import { QuotePayload } from '../quotes/quote.inputs.js';
import { ListFor, OneFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { optionalText, text } from '../text.js';
import { acceptEnquiry } from './accept-enquiry.js';
import { convertEnquiryToQuote } from './convert-enquiry.js';
import { declineEnquiry } from './decline-enquiry.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryPayload } from './enquiry.inputs.js';
import { EnquiryReply } from './enquiry-reply.entity.js';
import { EnquiryStatus } from './enquiry-status.js';
import { replyToEnquiry } from './reply-to-enquiry.js';

export const EnquiryConnection = connectionOf(() => Enquiry, 'Enquiry');
const EnquiryReplyConnection = connectionOf(() => EnquiryReply, 'EnquiryReply');
const forSales = whoMay('WRITE_SALES');

/** What staff read of enquiries and do with them. */
@Resolver(() => Enquiry)
export class EnquiryResolver {
  @QueryFor(forSales, 'One enquiry.', () => Enquiry, { nullable: true })
  async enquiry(
    @ArgFor(forSales, 'id', 'Which enquiry.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Enquiry, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(forSales, 'The enquiries of the business, newest first.', () => EnquiryConnection)
  enquiries(
    @ArgFor(forSales, 'first', FIRST, FirstType, PAGE_SIZE) first: number | null,
    @ArgFor(forSales, 'after', AFTER, () => String, CURSOR) after: string | null,
    @ArgFor(forSales, 'status', 'Only those that stand here.', () => EnquiryStatus, {
      nullable: true,
      about: 'Enquiry.status',
    })
    status: EnquiryStatus | null,
    @Ctx() { reader }: Context,
  ) {
    const where = status ? [{ property: 'status', in: [status] }] : [];
    return reader.page(Enquiry, { first, after, where });
  }

  @MutationFor(forSales, 'Mails a reply to whoever asked.', () => EnquiryPayload)
  replyToEnquiry(
    @ArgFor(forSales, 'id', 'Which enquiry.', () => ID) id: string,
    @ArgFor(forSales, 'body', 'What it says.', () => String, { bound: text(10_000) })
    body: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ enquiry: await replyToEnquiry(unit, id, body) }));
  }

  @MutationFor(
    forSales,
    'Makes whoever asked a client, or finds the client they are. Twice is the same as once.',
    () => EnquiryPayload,
  )
  acceptEnquiry(
    @ArgFor(forSales, 'id', 'Which enquiry.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ enquiry: await acceptEnquiry(unit, id) }));
  }

  @MutationFor(
    forSales,
    'Declines an enquiry. A reason is mailed to whoever asked; without one, nothing is mailed.',
    () => EnquiryPayload,
  )
  declineEnquiry(
    @ArgFor(forSales, 'id', 'Which enquiry.', () => ID) id: string,
    @ArgFor(forSales, 'reason', 'Why; the sender of the enquiry reads it.', () => String, {
      nullable: true,
      bound: optionalText(2_000),
    })
    reason: string | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ enquiry: await declineEnquiry(unit, id, reason) }));
  }

  @MutationFor(
    forSales,
    'Accepts an enquiry, if nobody has, and makes a draft quote of it. Asked again, it answers the same quote.',
    () => QuotePayload,
  )
  convertEnquiryToQuote(
    @ArgFor(forSales, 'id', 'Which enquiry.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const quote = await convertEnquiryToQuote(unit, id);
      return { quote, job: quote.job };
    });
  }

  @OneFor(forSales, 'The client that whoever asked is now.', () => Client)
  client!: Related<Client> | null;

  @OneFor(forSales, 'The quote that was made of it.', () => Quote)
  quote!: Related<Quote> | null;

  @ListFor(forSales, 'What was written back, first written first.', () => EnquiryReply, 'enquiry')
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
