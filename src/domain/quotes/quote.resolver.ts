import { Ctx, ID, Resolver } from 'type-graphql';
import { type Condition } from '../../database/reader/reader.js';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { andClient, staffAndClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import { today } from '../business/business-day.js';
import { Client } from '../clients/client.entity.js';
import { connectionOf, PageArgs, PageFor } from '../common/connection.js';
import type { Context, StaffContext } from '../common/context.js';
import { commonOrder } from '../common/lists/orders.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { Job } from '../jobs/job.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { QuoteFilter, QuoteOrder, quotesOf } from './lists/quote-lists.js';
import { Quote } from './quote.entity.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteStatus } from './quote-status.js';

export const QuoteConnection = connectionOf(
  () => Quote,
  'Quote',
  andClient(rolesWith('SEE_QUOTES')),
);

@Resolver(() => Job)
export class QuoteResolver {
  @HasMany(andClient(rolesWith('SEE_QUOTES')), 'Quotes of the job.', () => Quote, 'job', {
    nullable: true,
  })
  quotes!: Quote[];

  @PageOf(
    'quotes',
    andClient(rolesWith('SEE_QUOTES')),
    () => QuoteConnection,
    () => Quote,
    'job',
    {
      nullable: true,
    },
  )
  quotesPage!: Related<InstanceType<typeof QuoteConnection>>;

  @QueryFor(rolesWith('WRITE_SALES'), 'Quote by ID.', () => Quote, {
    nullable: true,
    reads: () => Quote,
  })
  async quote(
    @ArgFor(rolesWith('WRITE_SALES'), 'id', 'Quote ID.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Quote, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(
    rolesWith('WRITE_SALES'),
    'Quotes of the business, newest first.',
    () => QuoteConnection,
    { name: 'quotes', reads: () => Quote },
  )
  async allQuotes(
    @PageFor(rolesWith('WRITE_SALES')) page: PageArgs,
    @ArgFor(rolesWith('WRITE_SALES'), 'status', 'Quotes with this status.', () => QuoteStatus, {
      nullable: true,
      about: 'Quote.status',
      deprecationReason: 'Use filter: { statuses }.',
    })
    status: QuoteStatus | null,
    @ArgFor(rolesWith('WRITE_SALES'), 'filter', 'Filter.', () => QuoteFilter, { nullable: true })
    filter: QuoteFilter | null,
    @ArgFor(rolesWith('WRITE_SALES'), 'orderBy', 'Sort order.', () => QuoteOrder, {
      nullable: true,
      defaultValue: QuoteOrder.NEWEST_FIRST,
      about: 'Quote.updatedAt',
    })
    orderBy: QuoteOrder | null,
    @Ctx() context: StaffContext,
  ) {
    const { reader, principal } = context;
    const where = status ? withStatus(status, await today(context)) : [];
    return reader.page(Quote, {
      ...page,
      where: [...where, ...quotesOf(filter ?? {}, principal.audience)],
      orderBy: commonOrder(Quote, orderBy ?? QuoteOrder.NEWEST_FIRST, principal.audience),
    });
  }
}

/** Relations of a quote. */
@Resolver(() => Quote)
export class QuoteRelationsResolver {
  @HasMany(staffAndClient, 'Lines, in order.', () => QuoteLine, 'quote')
  lines!: QuoteLine[];

  @BelongsTo(rolesWith('WRITE_SALES'), 'Client of the quote.', () => Client)
  client!: Related<Client> | null;

  @BelongsTo(rolesWith('WRITE_SALES'), 'Job that the quote is attached to.', () => Job)
  job!: Related<Job> | null;

  @BelongsTo(
    rolesWith('WRITE_SALES'),
    'Email that delivered this version; null when it was handed over.',
    () => OutgoingEmail,
  )
  delivery!: Related<OutgoingEmail> | null;

  @BelongsTo(
    rolesWith('WRITE_SALES'),
    'Staff member who delivered this version in person.',
    () => StaffMember,
  )
  handedOverBy!: Related<StaffMember> | null;
}

/** Conditions for quotes that have this status on a calendar day: EXPIRED is computed, not stored. */
function withStatus(status: QuoteStatus, day: string): Condition[] {
  if (status === QuoteStatus.EXPIRED) {
    return [
      { property: 'status', in: [QuoteStatus.SENT] },
      { property: 'validUntil', before: day },
    ];
  }
  const stored: Condition = { property: 'status', in: [status] };
  return status === QuoteStatus.SENT
    ? [stored, { property: 'validUntil', notBefore: day }]
    : [stored];
}
